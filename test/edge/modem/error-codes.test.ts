import { describe, expect, it } from 'vitest';
import { describeError, type ErrorClass, errorClass } from '../../../edge-agent/src/modem/error-codes.ts';
import { finalResult, type ModemError } from '../../../edge-agent/src/modem/final-result.ts';
import { armed, FIRST_RETRY_MS, PART, readyDriver } from './driver.ts';

const RP_CAUSES = [1, 8, 10, 21, 28, 29, 30, 50, 69, 81, 95, 96, 97, 98, 99, 111, 127];
const TP_FAILURES = [128, 129, 130, 143, 144, 145, 159, 160, 161, 175, 176, 193, 195, 196, 198, 199];
const KNOWN: Readonly<Record<ErrorClass, { readonly CMS: readonly number[]; readonly CME: readonly number[] }>> = {
  message: { CMS: [...RP_CAUSES, ...TP_FAILURES, 302, 303, 304, 305], CME: [] },
  passing: { CMS: [27, 38, 42, 192, 194, 208, 211, 213, 300, 301, 314, 331, 515], CME: [14, 30] },
  modem: { CMS: [310, 311, 312, 313, 315, 316, 317, 318, 320, 321, 322, 330], CME: [10, 11, 12, 13, 15, 16] },
  unclear: { CMS: [41, 47, 197, 332, 500], CME: [31, 100] },
};
const OUTCOMES = { message: 'refused', passing: 'not-sent', modem: 'not-sent', unclear: 'unconfirmed' } as const;

const table = Object.entries(KNOWN).flatMap(([kind, { CMS, CME }]) => [
  ...CMS.map((code) => [`+CMS ERROR: ${code}`, kind as ErrorClass] as const),
  ...CME.map((code) => [`+CME ERROR: ${code}`, kind as ErrorClass] as const),
]);

function errorIn(line: string): ModemError {
  const result = finalResult(line);
  if (result === undefined || result === 'OK') throw new Error(`${line} is no error`);
  return result;
}

describe('the errors of a modem', () => {
  it.each(table)('%s concerns: %s', (line, kind) => {
    const error = errorIn(line);

    expect(errorClass(error)).toBe(kind);
    const { code, reason } = describeError(error);
    expect(code).toBe(line.toLowerCase().replace(' error: ', '-').slice(1));
    expect(reason).toMatch(/^(?!.*no reason that is known)the|there|this/);
    expect(reason).toContain(line);
  });

  it('takes every other number for unclear', () => {
    const known = new Set<string>(table.map(([line]) => line));
    for (let code = 0; code < 1_000; code++) {
      for (const line of [`+CMS ERROR: ${code}`, `+CME ERROR: ${code}`]) {
        if (!known.has(line)) expect(errorClass(errorIn(line))).toBe('unclear');
      }
    }
  });

  it.each(['ERROR', '+CMS ERROR: SIM busy'])('takes %s for unclear', (line) => {
    expect(errorClass(errorIn(line))).toBe('unclear');
  });

  it.each(table)('B1 sends a text once when it is answered with %s (%s)', async (line, kind) => {
    const { modem, port, clock } = await readyDriver((scripted) => scripted.onText(`\r\n${line}\r\n`));

    const outcome = await modem.submit(PART, armed);

    expect(outcome).toMatchObject({ kind: OUTCOMES[kind], ...describeError(errorIn(line)) });
    expect(port.texts).toHaveLength(1);
    if (kind === 'modem') {
      // The modem is initialised anew; the message is not blamed.
      await clock.fire(FIRST_RETRY_MS);
      await modem.ready();
    }
    port.onText('\r\n+CMGS: 7\r\n\r\nOK\r\n');
    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 7 });
    expect(port.opened).toBe(kind === 'modem' ? 2 : 1);
  });
});
