import type { AccountMailTexts } from './index.ts';

export const pl: AccountMailTexts = {
  subject: {
    'recovery-code': (agency) => `Kod do ustawienia nowego hasła w ${agency}`,
    'mail-address-code': (agency) => `Kod do nowego adresu e-mail w ${agency}`,
    'login-names': (agency) => `Nazwy użytkowników w ${agency}`,
    'issued-login-data': (agency) => `Dane logowania w ${agency}`,
    'password-changed': (agency) => `Hasło do konta w ${agency} zostało zmienione`,
    'mail-address-changed': (agency) => `Adres e-mail konta w ${agency} został zmieniony`,
    'phones-changed': (agency) => `Numery telefonów konta w ${agency} zostały zmienione`,
    'password-recovered': (agency) => `Hasło do konta w ${agency} zostało zmienione`,
    'verification-question-recorded': (agency) => `Zapisano pytanie weryfikacyjne do konta w ${agency}`,
    'second-factor-reset': (agency) => `Drugi składnik Twojego konta w ${agency} został usunięty`,
    'totp-set-up': (agency) => `Do konta w ${agency} dodano aplikację z kodami`,
    'totp-removed': (agency) => `Z konta w ${agency} usunięto aplikację z kodami`,
    'passkey-added': (agency) => `Do konta w ${agency} dodano klucz dostępu`,
    'passkey-removed': (agency) => `Z konta w ${agency} usunięto klucz dostępu`,
    'recovery-codes-renewed': (agency) => `Nowe kody zapasowe do konta w ${agency}`,
  },
  opening: {
    'recovery-code': (agency) => `Poproszono o nowe hasło do konta w ${agency}.`,
    'mail-address-code': (agency) => `Do konta w ${agency} podano ten adres e-mail.`,
    'login-names': (agency) =>
      `Z tym adresem e-mail poproszono w ${agency} o nowe hasło. Adres należy do tych nazw użytkowników:`,
    'issued-login-data': (agency) =>
      `Poproszono o nowe hasło do konta w ${agency}. Własne dane logowania nie zostały jeszcze wybrane.`,
    'password-changed': ({ agency, moment }) =>
      `Do konta w ${agency} ustawiono inne hasło: ${moment}. Na innych urządzeniach trzeba zalogować się ponownie.`,
    'mail-address-changed': ({ agency, moment }) =>
      `Na koncie w ${agency} zmieniono adres e-mail: ${moment}. Tę wiadomość wysyłamy na stary i na nowy adres.`,
    'phones-changed': ({ agency, moment }) => `Na koncie w ${agency} zmieniono numery telefonów: ${moment}.`,
    'password-recovered': ({ agency, moment }) =>
      `Do konta w ${agency} ustawiono za pomocą kodu nowe hasło: ${moment}. Na wszystkich urządzeniach trzeba zalogować się ponownie.`,
    'verification-question-recorded': ({ agency, moment }) =>
      `Do konta w ${agency} zapisano pytanie weryfikacyjne: ${moment}.`,
    'second-factor-reset': ({ agency, moment }) =>
      `Dla Twojego konta w ${agency} usunięto ${moment} wszystkie drugie składniki logowania. Przy następnym logowaniu skonfigurujesz nowy.`,
    'totp-set-up': ({ agency, moment }) =>
      `Do konta w ${agency} dodano aplikację, która pokazuje kody: ${moment}. Przy logowaniu prosimy o kod z tej aplikacji.`,
    'totp-removed': ({ agency, moment }) =>
      `Z konta w ${agency} usunięto aplikację, która pokazuje kody: ${moment}. Jej kody nie są już ważne.`,
    'passkey-added': ({ agency, moment }) =>
      `Do konta w ${agency} dodano klucz dostępu: ${moment}. Po podaniu hasła otwiera on konto.`,
    'passkey-removed': ({ agency, moment }) =>
      `Z konta w ${agency} usunięto klucz dostępu: ${moment}. Nie otwiera on już konta.`,
    'recovery-codes-renewed': ({ agency, moment }) =>
      `Do konta w ${agency} utworzono nowe kody zapasowe: ${moment}. Stare nie są już ważne.`,
  },
  // Without the letters that only UCS-2 has: it would be twice as many parts.
  sms: ({ agency, code, time }) =>
    `${agency}: kod do ustawienia nowego hasla: ${code}, wazny do ${time}. Prosimy nikomu go nie podawac.`,
  code: 'Kod',
  codeUntil: (moment) => `Kodu można użyć jeden raz, do ${moment}.`,
  notAsked: (agency) =>
    `Jeśli to nie Państwa prośba, nie trzeba nic robić: bez kodu nic się nie zmieni. Prosimy nie podawać kodu nikomu, także pracownikom ${agency}.`,
  askWithOne: 'Prosimy ponownie poprosić o kod, podając nazwę użytkownika, do której hasło zostało zapomniane.',
  moreLoginNames: (agency) =>
    `Ten adres mają jeszcze inne konta. Jeśli na liście brakuje Państwa konta, prosimy zapytać ${agency} o nazwę użytkownika.`,
  issuedUntil: ({ agency, moment }) =>
    `Prosimy zalogować się danymi otrzymanymi od ${agency}: działają jeden raz, do ${moment}. Jeśli już nie działają albo ich brakuje, prosimy poprosić ${agency} o nowe.`,
  nothingChanged: 'Jeśli to nie Państwa prośba, nie trzeba nic robić: nic się nie zmieniło.',
  notYou: (agency) => `Jeśli to nie Państwo, prosimy natychmiast skontaktować się z ${agency}.`,
};
