import { expect, it } from 'vitest';
import { refusalTexts } from '../../../functions/domain/messaging/refused-numbers/texts/index.ts';
import { wrongNumbersMail } from '../../../functions/domain/messaging/refused-numbers/wrong-numbers-mail.ts';

const told = (language: keyof typeof refusalTexts, count: number) =>
  wrongNumbersMail(
    refusalTexts[language].batch,
    { tenantId: 'ten_1', key: 'batch bat_1', at: '', by: 'Anna', batch: 'Kerst', count, named: [3] },
    { agency: 'West', moment: 'NU' },
  ).paragraphs.join('\n');

it.each([
  ['nl', 1, 'In de verzending Kerst van Anna, nagekeken op NU, klopt 1 nummer niet.'],
  ['nl', 2, 'kloppen 2 nummers niet.'],
  ['de', 1, 'In der Sendung Kerst von Anna, geprüft am NU, stimmt 1 Nummer nicht.'],
  ['de', 2, 'stimmen 2 Nummern nicht.'],
  ['en', 1, 'In the batch Kerst of Anna, checked on NU, 1 number is wrong.'],
  ['en', 2, '2 numbers are wrong.'],
  ['pl', 1, 'Wysyłka Kerst (utworzył(a): Anna, sprawdzono: NU) zawiera 1 nieprawidłowy numer.'],
  ['pl', 3, 'zawiera 3 nieprawidłowe numery.'],
  ['pl', 5, 'zawiera 5 nieprawidłowych numerów.'],
  ['pl', 12, 'zawiera 12 nieprawidłowych numerów.'],
  ['pl', 22, 'zawiera 22 nieprawidłowe numery.'],
] as const)('E4-16 B11 the mail of a batch counts wrong numbers in %s: %i', (language, count, words) => {
  expect(told(language, count)).toContain(words);
});

it.each([
  ['nl', 'Regels: 3 en nog 4'],
  ['de', 'Zeilen: 3 und 4 weitere'],
  ['pl', 'Wiersze: 3 i jeszcze 4'],
  ['en', 'Lines: 3 and 4 more'],
] as const)('says in %s how many lines it does not name', (language, words) => {
  expect(told(language, 5)).toContain(words);
  expect(told(language, 1)).toContain(words.split(/3/)[0] ?? '');
});
