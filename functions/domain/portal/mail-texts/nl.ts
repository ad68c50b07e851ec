import type { PortalMailTexts } from './index.ts';

/** Each opening ends as it does in the mails that workers know. */
export const nl: PortalMailTexts = {
  locale: 'nl-NL',
  subject: {
    enabled: ({ agency }) => `Uw account bij ${agency} is geactiveerd`,
    disabled: ({ agency }) => `Uw account bij ${agency} is opgeheven`,
    'new-login-data': ({ agency }) => `Nieuwe inloggegevens voor uw account bij ${agency}`,
    blocked: ({ agency }) => `De toegang tot uw account bij ${agency} is geblokkeerd`,
    granted: ({ agency }) => `Uw account bij ${agency} is weer toegankelijk`,
  },
  opening: {
    enabled: ({ agency, date }) =>
      `Uw account bij ${agency} is m.i.v. ${date} geactiveerd en geeft u toegang tot uw gegevens. De aan u toegekende inloggegevens luiden:`,
    disabled: ({ agency, date }) => `Uw account bij ${agency} is m.i.v. ${date} opgeheven.`,
    'new-login-data': ({ agency, date }) =>
      `Voor uw account bij ${agency} zijn m.i.v. ${date} nieuwe inloggegevens van toepassing.`,
    blocked: ({ agency, date }) => `De toegang tot uw account bij ${agency} is m.i.v. ${date} geblokkeerd.`,
    granted: ({ agency, date }) =>
      `Uw account bij ${agency} is m.i.v. ${date} weer toegankelijk met uw bestaande gebruikersnaam en wachtwoord.`,
  },
  loginName: 'Gebruikersnaam',
  password: 'Wachtwoord',
  website: (address) => `U kunt inloggen op: ${address}`,
  changeBoth:
    'Direct na het inloggen dient u zowel de gebruikersnaam als het wachtwoord te wijzigen in door u zelf gekozen waarden.',
  validUntil: (moment) => `U kunt er tot ${moment} mee inloggen.`,
  questions: ({ agency, accountManager, contactAddress }) =>
    `Indien u vragen heeft kunt u contact opnemen met uw relatiebeheerder${accountManager ? ` ${accountManager}` : ''} bij ${agency}` +
    `${contactAddress ? ` of een e-mail richten aan ${contactAddress}` : ''}.`,
};
