import { expect, it } from 'vitest';
import { statementCsv } from '../../../../functions/domain/credits/statement/csv.ts';
import { cell } from '../../../../functions/domain/shared/csv.ts';

const statement = {
  month: '2026-11',
  opening: 10,
  balance: 53,
  lines: [
    {
      kind: 'grant',
      day: '2026-11-02',
      at: '2026-11-02T11:00:00.000Z',
      id: 'a',
      credits: 50,
      by: 'operator',
      balance: 60,
      reason: '=1+1, "so"',
    },
    {
      kind: 'batch',
      ...{ day: '2026-11-02', batchId: 'bat_1', name: 'Kerst', byName: 'Anna', complete: true },
      ...{ credits: -4, messages: 2, reserved: 60, returned: 56, balance: 56 },
    },
    {
      kind: 'batches',
      ...{ day: '2026-11-02', batches: 7, complete: true },
      ...{ credits: 0, messages: 0, reserved: 9, returned: 0, balance: 56 },
    },
    { kind: 'messages', day: '2026-11-02', credits: -3, messages: 2, balance: 53, complete: true },
  ],
} as const;

it('E0-9 a month as CSV (RFC 4180) begins with the balance of before, and nothing in it is a formula', () => {
  expect(statementCsv({ ...statement, lines: [...statement.lines] }, 'en').split('\r\n')).toEqual([
    '\uFEFFDate,Kind,SMS,Credits,Balance,Reason,By,Reserved,Came back',
    '2026-11-01,Opening balance,,,10,,,,',
    '2026-11-02,Grant,,50,60,"\'=1+1, ""so""",Operator,,',
    '2026-11-02,Batch,2,-4,56,Kerst,Anna,60,56',
    '2026-11-02,Other batches,0,0,56,7,,9,0',
    '2026-11-02,SMS,2,-3,53,,,,',
    '',
  ]);
});

it.each(['=1', '+1', '-1', '@a', '\tx', '\rx'])('a text that begins like %j stays a text', (text) => {
  expect(cell(text)).toMatch(/^"?'/);
  expect(cell(-1)).toBe('-1');
});

it.each([
  ['nl', ['Datum', 'Gereserveerd', 'Beginsaldo', 'Verzending', 'Overige verzendingen']],
  ['de', ['Anfangssaldo', 'Zurückgekommen', 'Sendung', 'Weitere Sendungen', 'Betreiber']],
  ['pl', ['Saldo początkowe', 'Zwrócono', 'Wysyłka', 'Pozostałe wysyłki', 'Kto']],
] as const)('has its headings and kinds in %s', (language, words) => {
  const csv = statementCsv({ ...statement, lines: [...statement.lines] }, language);
  for (const word of words) expect(csv).toMatch(new RegExp(`(^|,|\uFEFF|\r\n)${word}(,|\r\n)`));
});
