import type { RefusalTexts } from './index.ts';

export const nl: RefusalTexts = {
  subject: (agency) => `${agency}: een sms is niet verzonden, het nummer klopt niet`,
  refused: ({ by, recipient, moment }) =>
    `Een sms van ${by} aan ${recipient} is op ${moment} geweigerd. Er is niets verzonden.`,
  reason: {
    'number-invalid': 'Het nummer is geen telefoonnummer.',
    'number-not-mobile': 'Het nummer is geen mobiel nummer en kan dus geen sms ontvangen.',
    'no-mobile-number': 'Er is geen nummer vastgelegd waar een sms heen kan.',
  },
  numbers: (numbers) => `Vastgelegd zijn: ${numbers}`,
};
