import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { ProblemError } from '../../../contract/client.ts';
import type { Problem } from '../../../contract/problem.ts';
import { tell } from '../../../web/src/ui/problem.ts';

const t = ((key: string) => key) as TFunction;
const told = (code: Problem['code'], errors?: Problem['errors']) => {
  const problem = { type: '', title: 'Not now', status: 409, detail: 'See errors', code, requestId: 'r-1' };
  return tell(t, new ProblemError(409, { ...problem, ...(errors && { errors }) }, null));
};

it('a reader is told what is wrong, where the API says that at each thing', () => {
  const errors = [
    { path: 'createdAt', message: 'It was made yesterday' },
    { path: 'lines', message: 'Nobody gets it' },
  ];
  const action = 'It was made yesterday · Nobody gets it';
  expect(told('action-not-possible', errors)).toEqual({ title: 'Not now', action, reference: 'r-1' });
});

it('and what to do where it says that of all, without words that are for programs', () => {
  expect(told('not-permitted', [{ path: 'permission', message: 'messages:read' }]).action).toBe('See errors');
  expect(told('action-not-possible').action).toBe('See errors');
});
