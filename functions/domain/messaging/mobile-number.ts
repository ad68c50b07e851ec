import { DomainError } from '../shared/domain-error.ts';
import type { PhoneNumbers } from './ports.ts';

/** E.164 of a number as somebody typed it. @throws DomainError `number-invalid`, `number-not-mobile` */
export function mobileNumber(numbers: PhoneNumbers, typed: string, country: string): string {
  const number = numbers.mobile(typed, country);
  if ('number' in number) return number.number;
  throw new DomainError(number.problem, {
    errors: [{ path: 'to', message: 'Give a mobile number, best as +31612345678' }],
  });
}
