import type { Inside } from '../catalogue.ts';

export const home: Inside<'de'>['home'] = {
  title: 'Willkommen, {{name}}',
  menu: 'Menü',
  start: 'Startseite',
  loggedInAs: 'Sie sind bei {{agency}} als {{loginName}} angemeldet.',
  logOut: 'Abmelden',
  sessions: 'Wo Sie angemeldet sind',
  sessionsIntro_one: 'Sie sind auf {{count}} Gerät angemeldet.',
  sessionsIntro_other: 'Sie sind auf {{count}} Geräten angemeldet. Melden Sie ab, was Sie nicht kennen.',
  thisOne: 'Dieses Gerät',
  otherOne: 'Anderes Gerät',
  since: 'seit {{moment}}',
  lastSeen: 'zuletzt benutzt {{moment}}',
  end: 'Dort abmelden',
  endOf: 'Dort abmelden: das Gerät, das seit {{moment}} angemeldet ist',
  ended: 'Das Gerät ist abgemeldet.',
};
