import type { AccountMailTexts } from './index.ts';

export const nl: AccountMailTexts = {
  subject: {
    'recovery-code': (agency) => `Code voor een nieuw wachtwoord bij ${agency}`,
    'password-recovered': (agency) => `Het wachtwoord van uw account bij ${agency} is gewijzigd`,
    'verification-question-recorded': (agency) => `De verificatievraag van uw account bij ${agency} is vastgelegd`,
  },
  opening: {
    'recovery-code': (agency) => `Voor uw account bij ${agency} is een nieuw wachtwoord gevraagd.`,
    'password-recovered': ({ agency, moment }) =>
      `Voor uw account bij ${agency} is op ${moment} met een code een nieuw wachtwoord gekozen. Op alle apparaten moet u opnieuw inloggen.`,
    'verification-question-recorded': ({ agency, moment }) =>
      `Voor uw account bij ${agency} is op ${moment} een verificatievraag vastgelegd.`,
  },
  code: 'Uw code',
  codeUntil: (moment) => `U kunt de code één keer gebruiken, tot ${moment}.`,
  notAsked: (agency) =>
    `Hebt u dit niet gevraagd, dan hoeft u niets te doen: zonder de code verandert er niets. Geef de code aan niemand, ook niet aan medewerkers van ${agency}.`,
  notYou: (agency) => `Was u dit niet? Neem dan meteen contact op met ${agency}.`,
};
