import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { smsText } from '../../contract/sms-text.ts';
import type { Message } from '../support/crash/agency.ts';
import { crashAt } from '../support/crash/crash-at.ts';
import { type CrashStack, startCrashStack } from '../support/crash/crash-stack.ts';
import { KILL_POINTS } from '../support/crash/kill-points.ts';
import { choosePairs } from '../support/crash/pairs.ts';
import { expectBalance, partOf, submitsTo } from '../support/crash/verdict.ts';

const MESSAGES = ['Goedemorgen', 'Werk morgen van zeven tot vier. '.repeat(13)];
/** Milliseconds: twice the last way out, the next look of the work queue two minutes after a claim. */
const ENDED = { timeout: 300_000, interval: 200 };

const { random, chosen } = choosePairs(KILL_POINTS.length ** 2);
const pairs = chosen(KILL_POINTS.flatMap((first) => KILL_POINTS.map((second) => ({ first, second })))).map((pair) => ({
  ...pair,
  texts: [textByChance(), textByChance()] as const,
}));

let stack: CrashStack;
beforeAll(async () => {
  stack = await startCrashStack();
});
afterAll(() => stack?.stop());

function textByChance(): string {
  return MESSAGES[Math.floor(random() * MESSAGES.length)] as string;
}

let numbers = 0;
function nextNumber(): string {
  numbers += 1;
  return `+3161234${String(numbers).padStart(4, '0')}`;
}

/** The message at its end: delivered if the network has all of it, else unconfirmed; and the parts that never went out. */
async function end(id: string): Promise<{ message: Message; missing: number }> {
  return vi.waitFor(async () => {
    const message = await stack.agency.message(id);
    const records = await submitsTo(stack, message.to);
    const missing = message.parts - records.length;
    expect(message.state).toBe(missing > 0 ? 'unconfirmed' : 'delivered');
    return { message, missing };
  }, ENDED);
}

// The second trap is set while the first message is still on its way, so that either of them may run into it.
it.each(pairs)('B1 submits nothing twice when SIGKILL hits $first.name, then $second.name', async (pair) => {
  const { first, second, texts } = pair;
  const ids = [
    ...(await crashAt(stack, first, { text: texts[0], nextNumber })),
    ...(await crashAt(stack, second, { text: texts[1], nextNumber })),
  ];

  const ends = await Promise.all(ids.map(end));

  for (const { message } of ends) {
    const records = await submitsTo(stack, message.to);
    const parts = smsText(message.text).parts;
    expect(new Set(records.map(partOf)).size).toBe(records.length);
    for (const record of records) expect(record.text).toBe(parts[partOf(record) - 1]);
  }
  const lost = [first, second].filter(({ losesPart }) => losesPart).length;
  expect(ends.reduce((sum, { missing }) => sum + missing, 0)).toBe(lost);
  await expectBalance(stack);
});
