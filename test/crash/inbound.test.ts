import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Inbound } from '../support/crash/agency.ts';
import { type CrashStack, startCrashStack } from '../support/crash/crash-stack.ts';
import type { KillPoint } from '../support/crash/kill-points.ts';
import * as points from '../support/crash/kill-points.ts';

const WAIT = { timeout: 120_000, interval: 100 };
/** Three parts in UCS-2, an emoji where the second begins. */
const TEXT =
  `${'Ik ben om zeven uur bij de poort. '.repeat(2).slice(0, 66)}🚲 ${'Tot morgen, żółw! '.repeat(5)}`.trim();
/** The wrong way round, and one of them twice. */
const ORDER = [3, 1, 1, 2];

let stack: CrashStack;
beforeAll(async () => {
  stack = await startCrashStack();
});
afterAll(() => stack?.stop());

let phones = 0;
/** Sends from a phone of its own, through a crash; resolves with what the API lists of it once the SIM card is empty again. */
async function through(point: KillPoint): Promise<Inbound[]> {
  phones += 1;
  const from = `+3161234${String(phones).padStart(4, '0')}`;
  const trap = await point.arm(stack);
  const given = await stack.modem.inbound({ from, text: TEXT, order: ORDER });
  await trap.sprung;
  await trap.recover();
  const ofPhone = async () => (await stack.agency.inboundMessages()).filter(({ sender }) => sender === from);
  await vi.waitUntil(async () => (await ofPhone()).length > 0, WAIT);
  await vi.waitFor(async () => {
    const parts = await stack.modem.inboundParts();
    const states = given.map(({ id }) => parts[id - 1]).map((part) => [part?.state, part?.readBeforeDeletion]);
    expect(states).toEqual(ORDER.map(() => ['deleted', true]));
  }, WAIT);
  return ofPhone();
}

it.each([points.afterInboundPart(1), points.afterInboundPart(2), points.afterInboundPart(3), points.afterInboundWrite])(
  'B3 B5 lists a message of three parts once and whole when SIGKILL hits $name',
  async (point) => {
    const listed = await through(point);
    expect(listed).toMatchObject([{ kind: 'text', text: TEXT, parts: 3 }]);
    expect(listed[0]).not.toHaveProperty('missing');
    expect(await stack.agency.inboundMessage(listed[0]?.id ?? '')).toEqual(listed[0]);
  },
);
