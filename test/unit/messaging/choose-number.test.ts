import { describe, expect, it } from 'vitest';
import { phoneNumbers } from '../../../functions/adapters/phone-numbers/phone-numbers.ts';
import { chooseNumber } from '../../../functions/domain/messaging/records/choose-number.ts';
import type { RecipientRecord } from '../../../functions/domain/messaging/records/model.ts';

const phone = (number: string, marks: { mobile?: true; private?: true } = {}) => ({
  ...{ number, mobile: false, private: false },
  ...marks,
});
const LANDLINE = phone('020 123 4567', { mobile: true });
const UNMARKED = phone('06 87654321');
const MOBILE = phone('06 12345678', { mobile: true });
const PRIVATE = phone('06 11111111', { mobile: true, private: true });
const choose = (kind: RecipientRecord['kind'], ...phones: RecipientRecord['phones'][number][]) =>
  chooseNumber(phoneNumbers, { kind, phones }, 'NL', []);

describe('the number that an SMS to a record goes to', () => {
  it.each([
    ['the one that is marked mobile before others', [UNMARKED, MOBILE], '+31612345678'],
    ['one that can receive it, whatever is marked', [LANDLINE, UNMARKED], '+31687654321'],
    ['one that is not private before one that is', [PRIVATE, UNMARKED], '+31687654321'],
    ['a private one where there is no other', [LANDLINE, PRIVATE], '+31611111111'],
  ])('E4-1 is %s', (_, phones, number) => {
    expect(choose('worker', ...phones)).toBe(number);
  });

  it('E4-1 is never an employee’s private one', () => {
    expect(choose('employee', PRIVATE, UNMARKED)).toBe('+31687654321');
    expect(() => choose('employee', PRIVATE)).toThrow(
      expect.objectContaining({
        code: 'no-mobile-number',
        errors: [{ path: 'to', message: 'All its numbers are marked private' }],
      }),
    );
  });

  it('E4-1 is none where each is refused, with its reason', () => {
    expect(() => choose('company', phone('0612'), LANDLINE, phone('0900 1234'))).toThrow(
      expect.objectContaining({
        errors: [
          { path: 'to', message: '{number} is no mobile number', values: { number: '020 123 4567' } },
          { path: 'to', message: '{number} is no telephone number', values: { number: '0612' } },
          { path: 'to', message: '{number} is no mobile number', values: { number: '0900 1234' } },
        ],
      }),
    );
  });
});
