import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Accepted, Agency, Answer } from './agency.ts';

export interface Load {
  readonly accepted: readonly (Accepted & { readonly text: string })[];
  readonly refused: readonly Answer[];
}

/**
 * Sends messages at a steady rate, each to a number of its own and with its key until it is accepted.
 * Resolves when all are.
 * @param prefix of the numbers, four digits follow
 */
export async function sendSteadily(
  agency: Agency,
  { count, perSecond, prefix }: { count: number; perSecond: number; prefix: string },
): Promise<Load> {
  const refused: Answer[] = [];
  const sending: Promise<Accepted & { text: string }>[] = [];
  const start = performance.now();
  for (let n = 0; n < count; n += 1) {
    await pause(Math.max(0, start + (n * 1000) / perSecond - performance.now()));
    const text = `Dienst ${n}`;
    const wanted = { to: `${prefix}${String(n).padStart(4, '0')}`, text, key: randomUUID() };
    sending.push(
      agency.sendUntilAccepted(wanted, (answer) => refused.push(answer)).then((accepted) => ({ ...accepted, text })),
    );
  }
  return { accepted: await Promise.all(sending), refused };
}
