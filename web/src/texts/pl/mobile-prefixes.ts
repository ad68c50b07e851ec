import type { Inside } from '../catalogue.ts';

export const mobilePrefixes: Inside<'pl'>['mobilePrefixes'] = {
  title: 'Numery komórkowe',
  notPermitted:
    'Ta strona wymaga uprawnienia „Widzi i zmienia tabelę numerów komórkowych” (101024). Poproś administratora o rolę, która je ma.',
  table: 'Tabela numerów komórkowych (93001)',
  none: 'Tabela jest pusta: można wysyłać na każdy numer, który według planu numeracji swojego kraju jest komórkowy.',
  some_one: 'Można wysyłać tylko na numery o tym {{count}} początku.',
  some_few: 'Można wysyłać tylko na numery o jednym z tych {{count}} początków.',
  some_many: 'Można wysyłać tylko na numery o jednym z tych {{count}} początków.',
  some_other: 'Można wysyłać tylko na numery o jednym z tych {{count}} początków.',
  prefixes: 'Początki numerów',
  hint: 'Po jednym w wierszu, z + i krajem: +4850. Puste: decydują plany numeracji.',
};
