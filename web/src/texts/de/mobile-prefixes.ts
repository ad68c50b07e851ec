import type { Inside } from '../catalogue.ts';

export const mobilePrefixes: Inside<'de'>['mobilePrefixes'] = {
  title: 'Mobilvorwahlen',
  notPermitted:
    'Für diese Seite brauchen Sie das Recht „Die Tabelle der Mobilvorwahlen sehen und ändern“ (101024). Bitten Sie Ihren Administrator um eine Rolle, die es hat.',
  table: 'Tabelle der Mobilvorwahlen (93001)',
  none: 'Die Tabelle ist leer: Gesendet werden kann an jede Nummer, die nach dem Nummernplan ihres Landes mobil ist.',
  some_one: 'Nur an Nummern mit dieser {{count}} Vorwahl kann gesendet werden.',
  some_other: 'Nur an Nummern mit einer dieser {{count}} Vorwahlen kann gesendet werden.',
  prefixes: 'Vorwahlen',
  hint: 'Eine in jeder Zeile, mit + und dem Land: +4915. Leer: Die Nummernpläne entscheiden.',
};
