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
  batch: {
    subject: (agency) => `${agency}: In einer Sendung stimmen Nummern nicht`,
    wrong: ({ by, batch, moment, count }) =>
      `In der Sendung ${batch} von ${by}, geprüft am ${moment}, ${count === 1 ? 'stimmt 1 Nummer' : `stimmen ${count} Nummern`} nicht. Dorthin geht keine SMS.`,
    lines: (lines, more) => `Zeilen: ${lines}${more > 0 ? ` und ${more} weitere` : ''}`,
    results: 'Was nicht stimmt, steht bei jeder Zeile in den Ergebnissen der Sendung.',
  },
};
