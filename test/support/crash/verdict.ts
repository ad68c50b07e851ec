import { expect, vi } from 'vitest';
import { smsText } from '../../../contract/sms-text.ts';
import type { SubmitRecord } from '../../../local/modem/submit-record.ts';
import type { Message } from './agency.ts';
import type { CrashStack } from './crash-stack.ts';

/** The last way out for what was lost is the next look of the work queue, two minutes after the claim. */
const WAIT = { timeout: 150_000, interval: 100 };

/**
 * Waits until a message has come to this end. Nothing but a person or a late report moves it from there, so with no
 * report to come it stays there.
 */
export async function ended({ agency }: CrashStack, id: string, end: 'delivered' | 'unconfirmed'): Promise<Message> {
  return vi.waitUntil(async () => {
    const message = await agency.message(id);
    return message.state === end && message;
  }, WAIT);
}

export async function hasEnded({ agency }: CrashStack, id: string): Promise<void> {
  await vi.waitUntil(async () => ['delivered', 'unconfirmed'].includes((await agency.message(id)).state), WAIT);
}

/** What the modem gave to the network for a number, by part. */
export async function submitsTo({ modem }: CrashStack, number: string): Promise<SubmitRecord[]> {
  const all = await modem.submits();
  return all
    .filter((record) => record.number === number && record.reference !== null)
    .sort((a, b) => partOf(a) - partOf(b));
}

/** By the modem's own log: the parts that went out, each once, letter by letter. */
export async function expectSubmits(stack: CrashStack, { to, text }: Message, missing?: number): Promise<void> {
  const wanted = smsText(text).parts.flatMap((part, index) => (index + 1 === missing ? [] : [[index + 1, part]]));
  const records = await submitsTo(stack, to);
  expect(records.map((record) => [partOf(record), record.text])).toEqual(wanted);
}

/** Nothing is created and nothing lost, and what is reserved is what nobody knows the end of. All messages have ended. */
export async function expectBalance({ agency }: CrashStack): Promise<void> {
  const messages = await agency.messages();
  const creditsOf = (state: Message['state']) =>
    messages.filter((message) => message.state === state).reduce((sum, { credits }) => sum + credits, 0);
  const { granted, available, reserved, consumed } = await agency.credits();
  expect(available + reserved + consumed).toBe(granted);
  expect({ reserved, consumed }).toEqual({ reserved: creditsOf('unconfirmed'), consumed: creditsOf('delivered') });
}

export function partOf({ concatenation }: SubmitRecord): number {
  return concatenation?.part ?? 1;
}
