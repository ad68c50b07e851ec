import { expect, it } from 'vitest';
import { statementCsv } from '../../../../functions/domain/credits/statement/csv.ts';
import { cell } from '../../../../functions/domain/shared/csv.ts';

const statement = {
  month: '2026-11',
  opening: 10,
  balance: 57,
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
    { kind: 'messages', day: '2026-11-02', credits: -3, messages: 2, balance: 57, complete: true },
  ],
} as const;

it('E0-9 a month as CSV (RFC 4180) begins with the balance of before, and nothing in it is a formula', () => {
  expect(statementCsv({ ...statement, lines: [...statement.lines] }, 'en').split('\r\n')).toEqual([
    '\uFEFFDate,Kind,SMS,Credits,Balance,Reason',
    '2026-11-01,Opening balance,,,10,',
    '2026-11-02,Grant,,50,60,"\'=1+1, ""so"""',
    '2026-11-02,SMS,2,-3,57,',
    '',
  ]);
});

it.each(['=1', '+1', '-1', '@a', '\tx', '\rx'])('a text that begins like %j stays a text', (text) => {
  expect(cell(text)).toMatch(/^"?'/);
  expect(cell(-1)).toBe('-1');
});

it.each([
  ['nl', 'Datum'],
  ['de', 'Anfangssaldo'],
  ['pl', 'Saldo początkowe'],
] as const)('has its headings in %s', (language, word) => {
  expect(statementCsv({ ...statement, lines: [] }, language)).toContain(word);
});
