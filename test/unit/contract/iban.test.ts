import { expect, it } from 'vitest';
import { isIban } from '../../../contract/iban.ts';

it.each(['NL91ABNA0417164300', 'DE89370400440532013000', 'AT611904300234573201', 'PL61109010140000071219812874'])(
  '%s is an IBAN, and not one with any digit changed',
  (iban) => {
    expect(isIban(iban)).toBe(true);
    for (let at = 2; at < iban.length; at++) {
      const character = iban.charAt(at);
      if (!/\d/.test(character)) continue;
      const wrong = `${iban.slice(0, at)}${(Number(character) + 1) % 10}${iban.slice(at + 1)}`;
      expect(isIban(wrong)).toBe(false);
    }
  },
);

it.each(['', 'NL91', 'nl91abna0417164300', 'NL91 ABNA 0417 1643 00', `NL91${'A'.repeat(31)}`])('%j is none', (text) => {
  expect(isIban(text)).toBe(false);
});
