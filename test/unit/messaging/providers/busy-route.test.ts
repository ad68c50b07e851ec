import { expect, it } from 'vitest';
import type { CallJob } from '../../../../contract/jobs.ts';
import { HINTS_KEPT } from '../../../../functions/domain/messaging/ports.ts';
import { callRoute } from '../../../../functions/domain/messaging/providers/call-route.ts';
import type { WebProvider } from '../../../../functions/domain/messaging/providers/ports.ts';
import { fakeProvider } from '../../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

/** A route that is at work while other hints come; the index shows nothing of them yet. */
function busyRoute(
  meanwhile: (hint: () => Promise<string>, later: (milliseconds: number) => void) => Promise<unknown>,
) {
  const { provider, log } = fakeProvider(true);
  let isFirst = true;
  const slow: WebProvider = {
    ...provider,
    async submit(...args) {
      const first = isFirst;
      isFirst = false;
      if (first) await meanwhile(hint, calls.later);
      return provider.submit(...args);
    },
  };
  const calls = memoryCalls('smsapi', { websms: slow, smsapi: slow });
  const { tenantId, cloud } = calls;
  const pushed: { job: CallJob | undefined; delay: number | undefined }[] = [];
  const deps = {
    ...calls.deps,
    workQueue: { ...cloud.workQueue, laneHead: async () => [] },
    callHurry: { push: async ([job]: readonly CallJob[], delay?: number) => void pushed.push({ job, delay }) },
  };
  const work = (messageIds: string[]) => callRoute(deps, { type: 'call', tenantId, provider: 'smsapi', messageIds });
  async function hint() {
    const { messageId } = calls.message();
    await work([messageId]);
    return messageId;
  }
  return { calls, log, pushed, work };
}

it('a busy route keeps the ids of 100 messages, and has the rest looked for a moment later', async () => {
  const { calls, log, pushed, work } = busyRoute(async (hint) => {
    for (let one = 0; one < HINTS_KEPT + 20; one += 1) await hint();
  });
  await work([calls.message().messageId]);
  expect(log).toHaveLength(1 + HINTS_KEPT);
  const { tenantId } = calls;
  expect(pushed).toEqual([{ job: { type: 'call', tenantId, provider: 'smsapi', messageIds: [] }, delay: 1000 }]);
  // By now the index shows them.
  await calls.work();
  expect(log).toHaveLength(1 + HINTS_KEPT + 20);
});

it('a route whose time is over hands on what it was told of meanwhile, by its ids', async () => {
  const told: string[] = [];
  const { calls, log, pushed, work } = busyRoute(async (hint, later) => {
    later(16_000);
    told.push(await hint());
  });
  await work([calls.message().messageId]);
  expect(log).toHaveLength(1);
  expect(pushed.at(-1)).toMatchObject({ job: { messageIds: told }, delay: undefined });
  await work(told);
  expect(log).toHaveLength(2);
});
