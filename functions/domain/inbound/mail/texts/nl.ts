import type { ForwardTexts } from './index.ts';

export const nl: ForwardTexts = {
  subject: (who) => `Sms van ${who}`,
  stopSubject: (who) => `${who} wil geen sms meer`,
  came: ({ who, moment }) => `Op ${moment} kwam deze sms binnen van ${who}:`,
  incomplete: 'Delen van dit bericht zijn niet aangekomen.',
  stopped:
    'Naar dit nummer gaat geen sms meer; wat nog wachtte, is geannuleerd. Schrijf voortaan een e-mail. Wie weer om sms vraagt, ' +
    'kan in de lijst met afmeldingen weer worden aangemeld.',
};
