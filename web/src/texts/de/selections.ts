import type { Inside } from '../catalogue.ts';

export const selections: Inside<'de'>['selections'] = {
  title: 'Ihre Auswahlen',
  intro:
    'Personen und Firmen, die Sie zusammen behalten, für Massen-SMS. Eine Auswahl bleibt, bis Sie sie löschen, und gehört Ihnen allein.',
  none: 'Sie haben noch keine Auswahl.',
  kinds: { worker: 'Zeitarbeiter', contact: 'Kontakte', company: 'Firmen', employee: 'Mitarbeiter' },
  changed: 'geändert {{moment}}',
  new: 'Neue Auswahl',
  name: 'Name',
  nameMissing: 'Geben Sie ihr einen Namen',
  kind: 'Von',
  make: 'Auswahl anlegen',
  back: 'Alle Ihre Auswahlen',
  send: 'SMS an alle darin',
  add: 'Jemanden aufnehmen',
  members: 'Wer darin ist',
  empty: 'Es ist noch niemand darin.',
  unnamed: 'Nicht mehr da, oder nicht für Sie zu sehen',
  takeOut: 'Herausnehmen',
  takeOutOf: '{{name}} herausnehmen',
  remove: 'Auswahl löschen',
  removeTitle: 'Die Auswahl {{name}} löschen?',
  removeIntro:
    'Wer darin ist, bleibt, wie er ist, und Massen-SMS, die daraus angelegt wurden, auch. Das lässt sich nicht rückgängig machen.',
  doRemove: 'Löschen',
};
