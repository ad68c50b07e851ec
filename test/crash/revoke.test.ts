import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type CrashStack, startCrashStack } from '../support/crash/crash-stack.ts';
import { planDeath } from '../support/crash/plan-death.ts';
import { submitsTo } from '../support/crash/verdict.ts';
import { asSent } from '../support/offered-sms.ts';

const WAIT = { timeout: 150_000, interval: 50 };

let stack: CrashStack;
beforeAll(async () => {
  stack = await startCrashStack();
});
afterAll(() => stack?.stop());

it('B1 sends nothing of a message whose cancelling SIGKILL hits between the tombstone and the news of it', async () => {
  const { agency, modem, deathPlan } = stack;
  const before = await agency.credits();
  await modem.control({ registration: 2 });
  const to = '+31612349999';
  const { id } = await agency.sendUntilAccepted({ to, text: 'Goedemorgen', key: randomUUID() });
  const has = (event: string) => async () => (await agency.message(id)).timeline.some((entry) => entry.event === event);
  await vi.waitUntil(has('received'), WAIT);

  planDeath(deathPlan, { type: 'revoked', nth: 1 });
  expect((await agency.cancel(id)).status).toBe(202);
  await vi.waitUntil(() => !existsSync(deathPlan), WAIT);
  expect((await agency.message(id)).cancelRequestedAt).toBeDefined();
  await modem.control({ registration: 1 });
  await stack.kill('edge');
  await stack.revive('edge');

  await vi.waitUntil(has('cancelled'), WAIT);
  const after = await agency.sendUntilAccepted({ to, text: 'na de klap', key: randomUUID() });
  await vi.waitUntil(async () => (await agency.message(after.id)).state === 'delivered', WAIT);
  expect((await submitsTo(stack, to)).map(({ text }) => text)).toEqual([asSent('na de klap', 'De Brug')]);
  expect(await agency.credits()).toEqual({
    ...before,
    available: before.available - 1,
    consumed: before.consumed + 1,
  });
});
