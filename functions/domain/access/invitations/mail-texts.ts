import type { Language } from '../../../../contract/catalogues/index.ts';

export interface InvitationTexts {
  /** BCP 47, for the date */
  readonly locale: string;
  readonly subject: (agency: string) => string;
  readonly greeting: (name: string) => string;
  readonly opening: (agency: string) => string;
  readonly validUntil: (moment: string) => string;
  readonly unexpected: string;
}

/** Each entry is a paragraph; the link is one of its own, after the opening. */
export const invitationTexts: Readonly<Record<Language, InvitationTexts>> = {
  nl: {
    locale: 'nl-NL',
    subject: (agency) => `Uitnodiging: uw account bij ${agency}`,
    greeting: (name) => `Beste ${name},`,
    opening: (agency) =>
      `${agency} nodigt u uit om een eigen gebruikersnaam en wachtwoord te kiezen. Open daarvoor deze pagina:`,
    validUntil: (moment) => `De uitnodiging werkt één keer, tot ${moment}. Een eerdere uitnodiging werkt niet meer.`,
    unexpected: 'Verwacht u deze uitnodiging niet? Dan hoeft u niets te doen.',
  },
  de: {
    locale: 'de-DE',
    subject: (agency) => `Einladung: Ihr Konto bei ${agency}`,
    greeting: (name) => `Guten Tag ${name},`,
    opening: (agency) =>
      `${agency} lädt Sie ein, einen eigenen Benutzernamen und ein eigenes Passwort zu wählen. Öffnen Sie dafür diese Seite:`,
    validUntil: (moment) => `Die Einladung gilt einmal, bis ${moment}. Eine frühere Einladung gilt nicht mehr.`,
    unexpected: 'Sie erwarten keine Einladung? Dann brauchen Sie nichts zu tun.',
  },
  pl: {
    locale: 'pl-PL',
    subject: (agency) => `Zaproszenie: Twoje konto w ${agency}`,
    greeting: (name) => `Dzień dobry, ${name},`,
    opening: (agency) =>
      `${agency} zaprasza do wybrania własnej nazwy użytkownika i hasła. W tym celu otwórz tę stronę:`,
    validUntil: (moment) => `Zaproszenie działa jeden raz, do ${moment}. Wcześniejsze zaproszenie już nie działa.`,
    unexpected: 'To zaproszenie jest dla Ciebie niespodzianką? Nie musisz nic robić.',
  },
  en: {
    locale: 'en-GB',
    subject: (agency) => `Invitation: your account at ${agency}`,
    greeting: (name) => `Dear ${name},`,
    opening: (agency) =>
      `${agency} invites you to choose a login name and a password of your own. Open this page for it:`,
    validUntil: (moment) => `The invitation works once, until ${moment}. An earlier invitation does not work any more.`,
    unexpected: 'You do not expect an invitation? Then there is nothing you need to do.',
  },
};
