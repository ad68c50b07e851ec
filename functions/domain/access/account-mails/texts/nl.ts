import type { AccountMailTexts } from './index.ts';

export const nl: AccountMailTexts = {
  subject: {
    'recovery-code': (agency) => `Code voor een nieuw wachtwoord bij ${agency}`,
    'mail-address-code': (agency) => `Code voor uw nieuwe e-mailadres bij ${agency}`,
    'login-names': (agency) => `Uw gebruikersnamen bij ${agency}`,
    'issued-login-data': (agency) => `Uw inloggegevens bij ${agency}`,
    'password-changed': (agency) => `Het wachtwoord van uw account bij ${agency} is gewijzigd`,
    'mail-address-changed': (agency) => `Het e-mailadres van uw account bij ${agency} is gewijzigd`,
    'phones-changed': (agency) => `De telefoonnummers van uw account bij ${agency} zijn gewijzigd`,
    'password-recovered': (agency) => `Het wachtwoord van uw account bij ${agency} is gewijzigd`,
    'verification-question-recorded': (agency) => `De verificatievraag van uw account bij ${agency} is vastgelegd`,
    'second-factor-reset': (agency) => `De tweede factor van uw account bij ${agency} is verwijderd`,
    'totp-set-up': (agency) => `Er is een app ingesteld voor uw account bij ${agency}`,
    'totp-removed': (agency) => `De app van uw account bij ${agency} is verwijderd`,
    'passkey-added': (agency) => `Er is een passkey toegevoegd aan uw account bij ${agency}`,
    'passkey-removed': (agency) => `Een passkey van uw account bij ${agency} is verwijderd`,
    'recovery-codes-renewed': (agency) => `Nieuwe herstelcodes voor uw account bij ${agency}`,
  },
  opening: {
    'recovery-code': (agency) => `Voor uw account bij ${agency} is een nieuw wachtwoord gevraagd.`,
    'mail-address-code': (agency) => `Voor uw account bij ${agency} is dit e-mailadres opgegeven.`,
    'login-names': (agency) =>
      `Met dit e-mailadres is bij ${agency} een nieuw wachtwoord gevraagd. Het adres hoort bij deze gebruikersnamen:`,
    'issued-login-data': (agency) =>
      `Voor uw account bij ${agency} is een nieuw wachtwoord gevraagd. U hebt nog geen eigen inloggegevens gekozen.`,
    'password-changed': ({ agency, moment }) =>
      `Voor uw account bij ${agency} is op ${moment} een ander wachtwoord gekozen. Op andere apparaten moet u opnieuw inloggen.`,
    'mail-address-changed': ({ agency, moment }) =>
      `Voor uw account bij ${agency} is op ${moment} het e-mailadres gewijzigd. Dit bericht gaat naar het oude en het nieuwe adres.`,
    'phones-changed': ({ agency, moment }) =>
      `Voor uw account bij ${agency} zijn op ${moment} de telefoonnummers gewijzigd.`,
    'password-recovered': ({ agency, moment }) =>
      `Voor uw account bij ${agency} is op ${moment} met een code een nieuw wachtwoord gekozen. Op alle apparaten moet u opnieuw inloggen.`,
    'verification-question-recorded': ({ agency, moment }) =>
      `Voor uw account bij ${agency} is op ${moment} een verificatievraag vastgelegd.`,
    'second-factor-reset': ({ agency, moment }) =>
      `Voor uw account bij ${agency} zijn op ${moment} alle tweede factoren verwijderd. Bij de volgende keer inloggen stelt u een nieuwe in.`,
    'totp-set-up': ({ agency, moment }) =>
      `Voor uw account bij ${agency} is op ${moment} een app ingesteld die codes toont. Bij het inloggen vragen wij om een code van die app.`,
    'totp-removed': ({ agency, moment }) =>
      `Voor uw account bij ${agency} is op ${moment} de app verwijderd die codes toont. Zijn codes gelden niet meer.`,
    'passkey-added': ({ agency, moment }) =>
      `Aan uw account bij ${agency} is op ${moment} een passkey toegevoegd. Na uw wachtwoord opent hij uw account.`,
    'passkey-removed': ({ agency, moment }) =>
      `Van uw account bij ${agency} is op ${moment} een passkey verwijderd. Hij opent uw account niet meer.`,
    'recovery-codes-renewed': ({ agency, moment }) =>
      `Voor uw account bij ${agency} zijn op ${moment} nieuwe herstelcodes gemaakt. De oude gelden niet meer.`,
  },
  sms: ({ agency, code, time }) =>
    `${agency}: uw code voor een nieuw wachtwoord is ${code}, geldig tot ${time}. Geef hem aan niemand.`,
  code: 'Uw code',
  codeUntil: (moment) => `U kunt de code één keer gebruiken, tot ${moment}.`,
  notAsked: (agency) =>
    `Hebt u dit niet gevraagd, dan hoeft u niets te doen: zonder de code verandert er niets. Geef de code aan niemand, ook niet aan medewerkers van ${agency}.`,
  askWithOne: 'Vraag de code opnieuw, met de gebruikersnaam waarvan u het wachtwoord bent vergeten.',
  moreLoginNames: (agency) =>
    `Er zijn meer accounts met dit adres. Staat de uwe er niet bij, vraag ${agency} dan naar uw gebruikersnaam.`,
  issuedUntil: ({ agency, moment }) =>
    `Log in met de inloggegevens die u van ${agency} hebt gekregen: ze werken één keer, tot ${moment}. Werken ze niet meer, of hebt u ze niet, vraag ${agency} dan om nieuwe.`,
  nothingChanged: 'Hebt u dit niet gevraagd, dan hoeft u niets te doen: er is niets veranderd.',
  notYou: (agency) => `Was u dit niet? Neem dan meteen contact op met ${agency}.`,
};
