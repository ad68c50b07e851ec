import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProviderName } from '../../../../contract/providers.ts';
import { callRoute } from '../../../../functions/domain/messaging/providers/call-route.ts';
import { Death, dying } from '../../../support/web-providers/dying.ts';
import { fakeProvider } from '../../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

const MINUTE = 60_000;

function setUp(name: ProviderName) {
  const { provider, log } = fakeProvider(name === 'smsapi');
  const calls = memoryCalls(name, { websms: provider, smsapi: provider });
  /** Works off what there is, in a process that dies. Gives how many acts it came to. */
  async function die(step: number, when: 'before' | 'after'): Promise<number> {
    const process = dying(step, when);
    const deps = {
      ...calls.deps,
      messages: process.of(calls.cloud.messages),
      accounts: process.of(calls.cloud.accounts),
      providers: { websms: process.of(provider), smsapi: process.of(provider) },
    };
    await callRoute(deps, { type: 'call', tenantId: calls.tenantId, provider: name, messageIds: [] }).catch(
      (error: unknown) => {
        if (!(error instanceof Death)) throw error;
      },
    );
    return process.acts();
  }
  /** Whatever is left is done within the hour, by processes that live. */
  async function goOn() {
    for (let minute = 0; minute < 60; minute += 3) {
      calls.later(3 * MINUTE);
      await calls.work();
    }
  }
  return { calls, log, die, goOn };
}

async function expectKept(
  { calls, log }: ReturnType<typeof setUp>,
  name: ProviderName,
  ids: readonly string[],
): Promise<void> {
  for (const messageId of ids) {
    const sent = log.filter(({ callId }) => callId.startsWith(messageId.slice(4)));
    expect(sent.length).toBeLessThanOrEqual(1);
    const { state } = await calls.found(messageId);
    if (name === 'smsapi') expect([state, sent.length]).toEqual(['submitted', 1]);
    else expect(['submitted', 'unconfirmed']).toContain(state);
    if (state === 'submitted') expect(sent).toHaveLength(1);
    // What was taken is told by a report, however late.
    for (const { callId } of sent) await calls.report(callId, 'delivered');
    if (sent.length > 0) expect((await calls.found(messageId)).state).toBe('delivered');
  }
  const { granted, available, reserved, consumed } = calls.cloud.wallet;
  expect(available + reserved + consumed).toBe(granted);
}

describe.each(['smsapi', 'websms'] as const)('a process that calls %s', (name) => {
  it('B1 sends once and loses nothing, wherever it dies', async () => {
    const whole = setUp(name);
    whole.calls.message();
    const steps = await whole.die(Number.POSITIVE_INFINITY, 'before');
    expect(steps).toBeGreaterThan(4);
    for (let step = 0; step < steps; step += 1) {
      for (const when of ['before', 'after'] as const) {
        const one = setUp(name);
        const { messageId } = one.calls.message();
        await one.die(step, when);
        await one.goOn();
        await expectKept(one, name, [messageId]);
      }
    }
  });

  it('B1 sends each once, with several messages and several deaths', async () => {
    const deaths = fc.array(fc.tuple(fc.nat(40), fc.constantFrom('before' as const, 'after' as const)), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(deaths, async (some) => {
        const one = setUp(name);
        const ids = Array.from({ length: 4 }, () => one.calls.message().messageId);
        for (const [step, when] of some) {
          await one.die(step, when);
          one.calls.later(3 * MINUTE);
        }
        await one.goOn();
        await expectKept(one, name, ids);
      }),
      { numRuns: 100 },
    );
  });
});
