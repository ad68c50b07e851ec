import { expect } from 'vitest';
import { smsText } from '../../../../contract/sms-text.ts';
import { partOf } from '../verdict.ts';
import type { Outcome } from './many-lives.ts';

/**
 * The modem's own log is the judge: each part went out once at most, letter by letter. Only a part may be missing, and only of
 * such a one `unconfirmed` be said, whose life ended between its record `submitting` and the record of its answer.
 */
export function expectSafe({ text, events, submits, lives }: Outcome): void {
  const { parts } = smsText(text);
  const sent = submits.map(partOf).sort((a, b) => a - b);
  expect(new Set(sent).size, `parts ${sent} went out`).toBe(sent.length);
  for (const submit of submits) expect(submit.text).toBe(parts[partOf(submit) - 1]);

  const doubtful = lives.flatMap(inDoubt);
  const missing = parts.map((_, index) => index + 1).filter((part) => !sent.includes(part));
  expect(
    missing.filter((part) => !doubtful.includes(part)),
    'parts lost without a doubt about them',
  ).toEqual([]);
  if (missing.length > 0) expect(events).toEqual(['received', 'unconfirmed']);
  else {
    // A delivery report proves what went out; where it came before the other parts were sent, nobody heard of the doubt.
    const certain = events.filter((event) => event !== 'unconfirmed' || doubtful.length === 0);
    expect(certain).toEqual(['received', 'submitted', 'delivered']);
  }
}

/** Parts that a life gave to the modem, or was about to, without a record of the answer. */
function inDoubt(passed: readonly string[]): number[] {
  const recorded = (fact: string) =>
    passed.flatMap((step) => {
      const [, part] = new RegExp(`^after append ${fact} of part (\\d+)$`).exec(step) ?? [];
      return part === undefined ? [] : [Number(part)];
    });
  const answered = recorded('submitted');
  return recorded('submitting').filter((part) => !answered.includes(part));
}
