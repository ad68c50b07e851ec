import type { RefusalTexts } from './index.ts';

export const en: RefusalTexts = {
  subject: (agency) => `${agency}: an SMS was not sent, its number is wrong`,
  refused: ({ by, recipient, moment }) =>
    `An SMS from ${by} to ${recipient} was refused on ${moment}. Nothing was sent.`,
  reason: {
    'number-invalid': 'The number is no telephone number.',
    'number-not-mobile': 'The number is no mobile number, so it cannot receive SMS.',
    'no-mobile-number': 'No number is recorded there that an SMS can go to.',
  },
  numbers: (numbers) => `Recorded are: ${numbers}`,
  batch: {
    subject: (agency) => `${agency}: numbers of a batch are wrong`,
    wrong: ({ by, batch, moment, count }) =>
      `In the batch ${batch} of ${by}, checked on ${moment}, ${count === 1 ? '1 number is' : `${count} numbers are`} wrong. No SMS goes there.`,
    lines: (lines, more) => `Lines: ${lines}${more > 0 ? ` and ${more} more` : ''}`,
    results: 'What is wrong is said at each line in the results of the batch.',
  },
};
