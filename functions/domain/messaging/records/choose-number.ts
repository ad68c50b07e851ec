import type { FieldError } from '../../../../contract/errors.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { PhoneNumbers } from '../ports.ts';
import type { RecipientRecord } from './model.ts';

/**
 * Which of a record's numbers an SMS goes to: of those that can receive one the first that is marked mobile, else the first. Those
 * marked private come last; an employee's are never used.
 *
 * @returns E.164
 * @throws DomainError `no-mobile-number`, with what is wrong with each number
 */
export function chooseNumber(
  numbers: PhoneNumbers,
  { kind, phones }: Pick<RecipientRecord, 'kind' | 'phones'>,
  country: string,
  prefixes: readonly string[],
): string {
  const open = phones.filter((phone) => !(phone.private && kind === 'employee'));
  const inOrder = open.toSorted((a, b) => Number(a.private) - Number(b.private) || Number(b.mobile) - Number(a.mobile));
  const tried = inOrder.map(({ number }) => ({ number, read: numbers.mobile(number, country, prefixes) }));
  for (const { read } of tried) if ('number' in read) return read.number;
  const errors = tried.map(({ number, read }): FieldError => {
    const isNone = 'problem' in read && read.problem === 'number-invalid';
    const message = isNone ? '{number} is no telephone number' : '{number} is no mobile number';
    return { path: 'to', message, values: { number } };
  });
  const none = phones.length > 0 ? 'All its numbers are marked private' : 'It has no telephone number';
  throw new DomainError('no-mobile-number', { errors: errors.length > 0 ? errors : [{ path: 'to', message: none }] });
}
