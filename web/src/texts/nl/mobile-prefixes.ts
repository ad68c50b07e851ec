import type { Inside } from '../catalogue.ts';

export const mobilePrefixes: Inside<'nl'>['mobilePrefixes'] = {
  title: 'Mobiele nummers',
  notPermitted:
    'Voor deze pagina hebt u het recht “De tabel van mobiele nummers zien en wijzigen” (101024) nodig. Vraag uw beheerder om een rol die het heeft.',
  table: 'Tabel van mobiele nummers (93001)',
  none: 'De tabel is leeg: er kan worden verzonden naar elk nummer dat volgens het nummerplan van zijn land mobiel is.',
  some_one: 'Er kan alleen worden verzonden naar nummers met dit {{count}} nummerbegin.',
  some_other: 'Er kan alleen worden verzonden naar nummers met een van deze {{count}} nummerbeginnen.',
  prefixes: 'Nummerbeginnen',
  hint: 'Op elke regel één, met + en het land: +316. Leeg: de nummerplannen beslissen.',
};
