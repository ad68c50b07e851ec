import type { PortalMailTexts } from './index.ts';

export const pl: PortalMailTexts = {
  locale: 'pl-PL',
  subject: {
    enabled: ({ agency }) => `Konto w ${agency} jest aktywne`,
    disabled: ({ agency }) => `Konto w ${agency} zostało zamknięte`,
    'new-login-data': ({ agency }) => `Nowe dane logowania do konta w ${agency}`,
    blocked: ({ agency }) => `Dostęp do konta w ${agency} jest zablokowany`,
    granted: ({ agency }) => `Konto w ${agency} jest znów dostępne`,
  },
  opening: {
    enabled: ({ agency, date }) =>
      `Konto w ${agency} jest aktywne od ${date} i daje dostęp do Państwa danych. Dane logowania:`,
    disabled: ({ agency, date }) => `Konto w ${agency} jest zamknięte od ${date}.`,
    'new-login-data': ({ agency, date }) => `Do konta w ${agency} obowiązują od ${date} nowe dane logowania.`,
    blocked: ({ agency, date }) => `Dostęp do konta w ${agency} jest zablokowany od ${date}.`,
    granted: ({ agency, date }) =>
      `Konto w ${agency} jest od ${date} znów dostępne, z dotychczasową nazwą użytkownika i hasłem.`,
  },
  loginName: 'Nazwa użytkownika',
  password: 'Hasło',
  website: (address) => `Logowanie pod adresem: ${address}`,
  changeBoth: 'Zaraz po zalogowaniu trzeba zmienić nazwę użytkownika i hasło na własne.',
  validUntil: (moment) => `Można się nimi zalogować do ${moment}.`,
  questions: ({ agency, accountManager, contactAddress }) =>
    `W razie pytań prosimy zwrócić się do opiekuna${accountManager ? ` (${accountManager})` : ''} w ${agency}` +
    `${contactAddress ? ` lub napisać na adres ${contactAddress}` : ''}.`,
};
