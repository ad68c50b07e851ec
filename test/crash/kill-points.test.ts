import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Message } from '../support/crash/agency.ts';
import { crashAt } from '../support/crash/crash-at.ts';
import { type CrashStack, startCrashStack } from '../support/crash/crash-stack.ts';
import type { KillPoint } from '../support/crash/kill-points.ts';
import * as points from '../support/crash/kill-points.ts';
import { ended, expectBalance, expectSubmits } from '../support/crash/verdict.ts';
import { asSent } from '../support/offered-sms.ts';

const ONE_PART = { size: 'one part', text: 'Goedemorgen' };
const THREE_PARTS = { size: 'three parts', text: 'Werk morgen van zeven tot vier. '.repeat(13) };
/** Milliseconds after Ctrl-Z: longer than the agent needs to be back, and shorter than it waits for an answer. */
const LATE_ANSWER = 3_000;

let stack: CrashStack;
beforeAll(async () => {
  stack = await startCrashStack();
});
afterAll(() => stack?.stop());

let numbers = 0;
function nextNumber(): string {
  numbers += 1;
  return `+3161234${String(numbers).padStart(4, '0')}`;
}

/** Sends until the API has accepted it; resolves with its id. */
async function send(to: string, text: string): Promise<string> {
  const { id } = await stack.agency.sendUntilAccepted({ to, text, key: randomUUID() });
  return id;
}

/** Resolves with the end of the message that ran into the trap. */
async function crashAndEnd(
  point: KillPoint,
  text: string,
  end: 'delivered' | 'unconfirmed',
  number: () => string = nextNumber,
): Promise<Message> {
  const ids = await crashAt(stack, point, { text, nextNumber: number });
  for (const id of ids.slice(0, -1)) await ended(stack, id, 'delivered');
  return ended(stack, ids.at(-1) as string, end);
}

it.each([
  { ...ONE_PART, point: points.afterCommit },
  { ...ONE_PART, point: points.afterQueueing },
  { ...ONE_PART, point: points.beforeIngest },
  { ...ONE_PART, point: points.afterIngest },
  { ...ONE_PART, point: points.afterReceived },
  { ...THREE_PARTS, point: points.afterReceived },
  { ...ONE_PART, point: points.beforeAnswer },
  { ...THREE_PARTS, point: points.beforeAnswer },
])('B1 delivers a text of $size once when SIGKILL hits $point.name', async ({ text, point }) => {
  const message = await crashAndEnd(point, text, 'delivered');
  expect(message.text).toBe(asSent(text, 'De Brug'));
  await expectSubmits(stack, message);
  await expectBalance(stack);
});

it.each([
  { ...ONE_PART, part: 1 },
  { ...THREE_PARTS, part: 1 },
  { ...THREE_PARTS, part: 2 },
])(
  'B1 gives a text of $size to the modem no second time when SIGKILL hits after `submitting` of part $part',
  async ({ text, part }) => {
    const message = await crashAndEnd(points.afterSubmitting(part), text, 'unconfirmed');
    expect(message.reason).toContain('before the modem answered');
    await expectSubmits(stack, message, part);
    await expectBalance(stack);
  },
);

it.each([
  { ...ONE_PART, partsAnswered: 0 },
  { ...THREE_PARTS, partsAnswered: 2 },
])(
  'B1 leaves a text of $size unconfirmed when its answer is lost and no report comes',
  async ({ text, partsAnswered }) => {
    const to = nextNumber();
    await stack.modem.control({ numbers: { [to]: { outcome: 'none' } } });
    const message = await crashAndEnd(points.beforeAnswer, text, 'unconfirmed', () => to);
    expect(message.partsSubmitted).toBe(partsAnswered);
    await expectSubmits(stack, message);
    await expectBalance(stack);
  },
);

it('B1 does not take an answer that comes after the restart for that of the next message', async () => {
  const [first, second] = [nextNumber(), nextNumber()];
  const { modem } = stack;
  const { submits } = await modem.control({
    networkDelayMs: LATE_ANSWER,
    lateAnswers: true,
    numbers: { [first]: { outcome: 'none' } },
  });
  const unanswered = await send(first, 'de eerste');
  await modem.until((state) => state.submits > submits);
  await stack.kill('edge');
  const waiting = await send(second, 'de tweede');
  await stack.revive('edge');

  await expectSubmits(stack, await ended(stack, unanswered, 'unconfirmed'));
  await expectSubmits(stack, await ended(stack, waiting, 'delivered'));
  await expectBalance(stack);
  await modem.control({ networkDelayMs: 0, lateAnswers: false });
});

// Last: a dispatcher that dies leaves the box's lease behind, so that whatever follows waits until that has run out.
it.each([points.afterClaim, points.afterPublish])(
  'B1 delivers a message once when SIGKILL hits $name',
  async (point) => {
    const message = await crashAndEnd(point, ONE_PART.text, 'delivered');
    await expectSubmits(stack, message);
    await expectBalance(stack);
  },
);
