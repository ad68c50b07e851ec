import type { Inside } from '../catalogue.ts';

export const home: Inside<'nl'>['home'] = {
  title: 'Welkom, {{name}}',
  menu: 'Menu',
  start: 'Startpagina',
  loggedInAs: 'U bent bij {{agency}} ingelogd als {{loginName}}.',
  logOut: 'Uitloggen',
  sessions: 'Waar u bent ingelogd',
  sessionsIntro_one: 'U bent ingelogd op {{count}} apparaat.',
  sessionsIntro_other: 'U bent ingelogd op {{count}} apparaten. Log uit wat u niet kent.',
  thisOne: 'Dit apparaat',
  otherOne: 'Ander apparaat',
  since: 'sinds {{moment}}',
  lastSeen: 'laatst gebruikt {{moment}}',
  end: 'Daar uitloggen',
  endOf: 'Daar uitloggen: het apparaat dat sinds {{moment}} is ingelogd',
  ended: 'Dat apparaat is uitgelogd.',
};
