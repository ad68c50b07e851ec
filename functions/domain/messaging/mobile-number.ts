import { DomainError } from '../shared/domain-error.ts';
import type { PhoneNumbers } from './ports.ts';

/**
 * E.164 of a number as somebody typed it.
 *
 * @param prefixes the agency's table of them
 * @throws DomainError `number-invalid`, `number-not-mobile`
 */
export function mobileNumber(
  numbers: PhoneNumbers,
  typed: string,
  country: string,
  prefixes: readonly string[],
): string {
  const number = numbers.mobile(typed, country, prefixes);
  if ('number' in number) return number.number;
  const isOutside = number.problem === 'number-not-mobile' && prefixes.length > 0;
  const message = isOutside
    ? 'Its prefix is not in the table of mobile prefixes (93001)'
    : 'Give a mobile number, best as +31612345678';
  throw new DomainError(number.problem, { errors: [{ path: 'to', message }] });
}
