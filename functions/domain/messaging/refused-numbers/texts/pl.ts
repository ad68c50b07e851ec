import type { RefusalTexts } from './index.ts';

/** 1 nieprawidłowy numer, 2 nieprawidłowe numery, 5 nieprawidłowych numerów, 22 nieprawidłowe numery (CLDR). */
const POLISH = new Intl.PluralRules('pl');

function numery(count: number): string {
  const form = POLISH.select(count);
  if (form === 'one') return `${count} nieprawidłowy numer`;
  return `${count} ${form === 'few' ? 'nieprawidłowe numery' : 'nieprawidłowych numerów'}`;
}

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
  batch: {
    subject: (agency) => `${agency}: w wysyłce są nieprawidłowe numery`,
    wrong: ({ by, batch, moment, count }) =>
      `Wysyłka ${batch} (utworzył(a): ${by}, sprawdzono: ${moment}) zawiera ${numery(count)}. Tam nie zostanie wysłany żaden SMS.`,
    lines: (lines, more) => `Wiersze: ${lines}${more > 0 ? ` i jeszcze ${more}` : ''}`,
    results: 'Co jest nie tak, podano przy każdym wierszu w wynikach wysyłki.',
  },
};
