import type { Inside } from '../catalogue.ts';

export const optOuts: Inside<'de'>['optOuts'] = {
  title: 'Wer keine SMS möchte',
  shown_one: '{{count}} Eintrag angezeigt',
  shown_other: '{{count}} Einträge angezeigt',
  none: 'Noch niemand hat SMS abbestellt. Wer STOP sendet, erscheint hier.',
  since: 'Seit',
  number: 'Nummer endet auf',
  why: 'Warum',
  bySms: 'Hat es selbst gesagt, mit „{{word}}“',
  conversation: 'Unterhaltung',
  byStaff: 'Erfasst durch Ihre Agentur: {{reason}}',
  holds: 'Gilt',
  undone: 'Rückgängig gemacht',
  undoOf: 'Rückgängig machen: Nummer, die auf {{ending}} endet, seit {{moment}}',
  record: 'Jemanden erfassen',
};
