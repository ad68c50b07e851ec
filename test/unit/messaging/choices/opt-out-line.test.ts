import { expect, it } from 'vitest';
import { smsText } from '../../../../contract/sms-text.ts';
import { optOutLine } from '../../../../functions/domain/messaging/choices/opt-out-line.ts';

it.each(['nl', 'de', 'pl', 'en'] as const)(
  'G3 marketing in %s says STOP, in letters that make no text longer',
  (language) => {
    const line = optOutLine('Werk', language, true) ?? '';
    expect(line).toContain('STOP');
    expect(smsText(line).alphabet).toBe('gsm7');
  },
);

it('G3 marketing whose sender is a name, which nobody can answer, needs a link in its text', () => {
  expect(() => optOutLine('Werk', 'nl', false)).toThrow('invalid-request');
  expect(optOutLine('Werk. Afmelden: https://west.example/stop', 'nl', false)).toBeUndefined();
});
