import { expect, it } from 'vitest';
import { phoneNumbers } from '../../../functions/adapters/phone-numbers/phone-numbers.ts';

it.each([
  ['0612345678', 'NL', '+31612345678'],
  ['06 1234 5678', 'NL', '+31612345678'],
  ['+31 6 12345678', 'DE', '+31612345678'],
  ['0049 1512 3456789', 'NL', '+4915123456789'],
  ['01512 3456789', 'DE', '+4915123456789'],
  ['0664 1234567', 'AT', '+436641234567'],
  ['512 345 678', 'PL', '+48512345678'],
  ['+12025550123', 'NL', '+12025550123'],
])('takes %s in %s as %s', (input, country, number) => {
  expect(phoneNumbers.mobile(input, country, [])).toEqual({ number });
});

it.each([
  ['020 123 4567', 'NL', 'number-not-mobile'],
  ['030 123456', 'DE', 'number-not-mobile'],
  ['0900 1234', 'NL', 'number-not-mobile'],
  ['0800 1234', 'NL', 'number-not-mobile'],
  ['+31612', 'NL', 'number-invalid'],
  ['112', 'NL', 'number-invalid'],
  ['hallo', 'NL', 'number-invalid'],
  ['call 0612345678 now', 'NL', 'number-invalid'],
  ['0612345678 ext. 3', 'NL', 'number-invalid'],
  ['', 'NL', 'number-invalid'],
  ['0612345678', '', 'number-invalid'],
] as const)('refuses %j in %s: %s', (input, country, problem) => {
  expect(phoneNumbers.mobile(input, country, [])).toEqual({ problem });
});

it.each([
  ['0612345678', ['+316'], { number: '+31612345678' }],
  ['0612345678', ['+4915', '+436'], { problem: 'number-not-mobile' }],
  ['0687654321', ['+3161'], { problem: 'number-not-mobile' }],
  // A landline that the agency lists on purpose, and one that no numbering plan knows yet.
  ['020 123 4567', ['+3120'], { number: '+31201234567' }],
  ['0690000000', ['+3169'], { number: '+31690000000' }],
  ['0612', ['+316'], { problem: 'number-invalid' }],
])('E4-17 %s under the table %j: %j', (input, prefixes, answer) => {
  expect(phoneNumbers.mobile(input, 'NL', prefixes)).toEqual(answer);
});
