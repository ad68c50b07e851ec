import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { problemOf } from '../support/crash/agency.ts';
import { type Load, sendSteadily } from '../support/crash/load.ts';
import { type OutageStack, type Server, startOutageStack } from '../support/crash/outage-stack.ts';
import { asSent } from '../support/offered-sms.ts';

/** Seconds that a server is away: longer than two tries of 3 s at the table. `npm run test:outages` has 20, with 20 messages a second. */
const OUTAGE = Number(process.env['HERAUT_OUTAGE_SECONDS'] ?? 7);
const PER_SECOND = Number(process.env['HERAUT_OUTAGE_PER_SECOND'] ?? 10);
/** Seconds of load before and after, so that the outage begins and ends in the middle of things. */
const MARGIN = 1;
/** Milliseconds until all is delivered: the last way out, the looks of the work queue, are two and six minutes after a claim. */
const ALL_DELIVERED = 420_000;
const TEST_TIMEOUT = ALL_DELIVERED + 10 * OUTAGE * 1000;

let stack: OutageStack;
beforeAll(async () => {
  stack = await startOutageStack();
});
afterAll(() => stack?.stop());

const OUTAGES = (['broker', 'queues', 'dynamodb'] as const).flatMap((server) =>
  (['stopped', 'cut'] as const).map((kind) => ({ server, kind })),
);

function begin(server: Server, kind: 'stopped' | 'cut'): () => void {
  if (kind === 'stopped') {
    stack.freeze(server);
    return () => stack.thaw(server);
  }
  stack.cut(server);
  return () => stack.heal(server);
}

async function loadWithOutage(server: Server, kind: 'stopped' | 'cut', prefix: string): Promise<Load> {
  const count = PER_SECOND * (OUTAGE + 2 * MARGIN);
  const loading = sendSteadily(stack.agency, { count, perSecond: PER_SECOND, prefix });
  await pause(MARGIN * 1000);
  const end = begin(server, kind);
  await pause(OUTAGE * 1000);
  end();
  return loading;
}

it.each(OUTAGES)(
  'B1 loses nothing and sends nothing twice while $server is $kind',
  { timeout: TEST_TIMEOUT },
  async ({ server, kind }) => {
    const prefix = `+316123${OUTAGES.findIndex((outage) => outage.server === server && outage.kind === kind) + 1}`;
    const { accepted, refused } = await loadWithOutage(server, kind, prefix);
    const loadedAt = performance.now();

    await vi.waitFor(
      async () => {
        const messages = await stack.agency.messages();
        expect(messages.filter(({ state }) => state !== 'delivered').map(({ state }) => state)).toEqual([]);
      },
      { timeout: ALL_DELIVERED, interval: 500 },
    );

    const seconds = ((performance.now() - loadedAt) / 1000).toFixed(1);
    console.log(
      `${server} ${kind} for ${OUTAGE} s at ${PER_SECOND}/s: ${accepted.length} accepted, ${refused.length} answers 503, ` +
        `all delivered ${seconds} s after the last was accepted`,
    );
    const submits = await stack.modem.submits();
    const sent = submits
      .filter(({ number }) => number.startsWith(prefix))
      .map(({ number, text }) => `${number} ${text}`);
    expect(sent.sort()).toEqual(accepted.map(({ to, text }) => `${to} ${asSent(text, 'De Brug')}`).sort());
    for (const answer of refused) {
      expect(answer.retryAfter).toBeGreaterThan(0);
      expect(problemOf(answer)?.code).toBe('temporarily-unavailable');
    }
    // Only the table is needed to accept.
    expect(refused.length > 0).toBe(server === 'dynamodb');
    const { granted, available, reserved, consumed } = await stack.agency.credits();
    expect({ reserved, sum: available + consumed }).toEqual({ reserved: 0, sum: granted });
    expect(consumed).toBe(submits.length);
  },
);
