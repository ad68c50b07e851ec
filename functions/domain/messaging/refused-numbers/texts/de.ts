import type { RefusalTexts } from './index.ts';

export const de: RefusalTexts = {
  subject: (agency) => `${agency}: Eine SMS wurde nicht gesendet, die Nummer stimmt nicht`,
  refused: ({ by, recipient, moment }) =>
    `Eine SMS von ${by} an ${recipient} wurde am ${moment} abgelehnt. Es wurde nichts gesendet.`,
  reason: {
    'number-invalid': 'Die Nummer ist keine Telefonnummer.',
    'number-not-mobile': 'Die Nummer ist keine Mobilnummer und kann daher keine SMS empfangen.',
    'no-mobile-number': 'Es ist keine Nummer hinterlegt, an die eine SMS gehen kann.',
  },
  numbers: (numbers) => `Hinterlegt sind: ${numbers}`,
};
