import type { RefusalTexts } from './index.ts';

export const pl: RefusalTexts = {
  subject: (agency) => `${agency}: nie wysłano wiadomości SMS, numer jest nieprawidłowy`,
  refused: ({ by, recipient, moment }) =>
    `Wiadomość SMS (nadawca: ${by}, odbiorca: ${recipient}) została odrzucona: ${moment}. Nic nie wysłano.`,
  reason: {
    'number-invalid': 'Ten numer nie jest numerem telefonu.',
    'number-not-mobile': 'Ten numer nie jest numerem komórkowym, więc nie może odbierać SMS.',
    'no-mobile-number': 'Nie zapisano numeru, na który można wysłać SMS.',
  },
  numbers: (numbers) => `Zapisane numery: ${numbers}`,
};
