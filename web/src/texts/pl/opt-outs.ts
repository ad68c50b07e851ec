import type { Inside } from '../catalogue.ts';

export const optOuts: Inside<'pl'>['optOuts'] = {
  title: 'Kto nie chce SMS-ów',
  shown_one: 'Pokazano {{count}} wpis',
  shown_few: 'Pokazano {{count}} wpisy',
  shown_many: 'Pokazano {{count}} wpisów',
  shown_other: 'Pokazano {{count}} wpisu',
  none: 'Nikt się jeszcze nie wypisał. Kto wyśle STOP, pojawi się tutaj.',
  since: 'Od kiedy',
  number: 'Końcówka numeru',
  why: 'Dlaczego',
  bySms: 'Przyszło stamtąd słowo „{{word}}”',
  conversation: 'Rozmowa',
  byStaff: 'Zapisane przez agencję: {{reason}}',
  holds: 'Obowiązuje',
  undone: 'Cofnięte',
  undoOf: 'Cofnij: numer z końcówką {{ending}}, od {{moment}}',
  record: 'Zapisz kogoś',
};
