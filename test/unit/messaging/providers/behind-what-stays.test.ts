import { expect, it } from 'vitest';
import type { Message } from '../../../../functions/domain/messaging/model.ts';
import { anAccount } from '../../../support/web-providers/account.ts';
import { fakeProvider } from '../../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

/** More than is looked at in one go. */
const MANY = 1200;

/** An agency with websms and SMSAPI, and many messages in front of one that may go by SMSAPI too. */
function setUp(route: 'modem' | 'websms') {
  const { provider } = fakeProvider(true);
  const calls = memoryCalls('websms', { websms: provider, smsapi: provider });
  const { cloud, tenantId, account } = calls;
  cloud.accounts.put(anAccount({ tenantId, provider: 'smsapi' }));
  const one = (given: Partial<Message>) => calls.message({ credits: 0, ...given });
  const staying = Array.from({ length: MANY }, () => one({ routes: [route] }));
  const { messageId } = one({ routes: [route, 'smsapi'], acceptedAt: '2026-11-21T10:00:01.000Z' });
  calls.later(60_000);
  const pause = () =>
    cloud.accounts.put({ ...account, pause: { reason: 'no-balance', code: '103', since: account.changedAt } });
  return { ...calls, staying, messageId, pause };
}

it('what may go by another route leaves a route that is paused, behind however much that has none', async () => {
  const { work, pause, found, staying, messageId } = setUp('websms');
  pause();
  await work();
  expect(await found(messageId)).toMatchObject({ routes: ['smsapi'], reason: 'websms - route-paused' });
  expect(await found(staying.at(-1)?.messageId ?? '')).toMatchObject({ state: 'accepted', routes: ['websms'] });
});

it('it leaves the modems when no box can send, behind however much that has no other route', async () => {
  const { sweep, found, messageId } = setUp('modem');
  await sweep();
  expect(await found(messageId)).toMatchObject({ routes: ['smsapi'], reason: 'smsapi - no-box' });
});

it.each(['modem', 'websms'] as const)(
  'by the route %s it looks for others only as long as there is time',
  async (by) => {
    const { cloud, deps, work, sweep, pause, found, later, messageId } = setUp(by);
    pause();
    let pages = 0;
    const { lanePage } = cloud.workQueue;
    Object.assign(deps, {
      workQueue: {
        ...cloud.workQueue,
        lanePage: (...args: Parameters<typeof lanePage>) => {
          pages += 1;
          later(20_000);
          return lanePage(...args);
        },
      },
    });
    await (by === 'modem' ? sweep() : work());
    expect(pages).toBe(1);
    expect((await found(messageId)).routes).toEqual([by, 'smsapi']);
  },
);
