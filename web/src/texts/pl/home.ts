import type { Inside } from '../catalogue.ts';

export const home: Inside<'pl'>['home'] = {
  title: 'Witaj, {{name}}',
  menu: 'Menu',
  start: 'Strona główna',
  loggedInAs: 'Zalogowano w agencji {{agency}} jako {{loginName}}.',
  logOut: 'Wyloguj się',
  sessions: 'Gdzie trwa logowanie',
  sessionsIntro_one: 'Logowanie trwa na {{count}} urządzeniu.',
  sessionsIntro_few: 'Logowanie trwa na {{count}} urządzeniach. Wyloguj te, których nie znasz.',
  sessionsIntro_many: 'Logowanie trwa na {{count}} urządzeniach. Wyloguj te, których nie znasz.',
  sessionsIntro_other: 'Logowanie trwa na {{count}} urządzenia. Wyloguj te, których nie znasz.',
  thisOne: 'To urządzenie',
  otherOne: 'Inne urządzenie',
  since: 'od {{moment}}',
  lastSeen: 'ostatnio używane {{moment}}',
  end: 'Wyloguj tam',
  endOf: 'Wyloguj tam: urządzenie zalogowane od {{moment}}',
  ended: 'To urządzenie zostało wylogowane.',
};
