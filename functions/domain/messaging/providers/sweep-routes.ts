import { after, type Clock } from '../../shared/clock.ts';
import { type Message, routeOf } from '../model.ts';
import type { WorkQueue } from '../ports.ts';
import { LIFETIME } from '../store-message.ts';
import type { ProviderAccount } from './model.ts';
import type { CallHurry } from './ports.ts';

/** Has each provider called where something waits for it, or is to be looked at again. `woken` the index may not show yet. */
export async function sweepRoutes(
  {
    workQueue,
    callHurry,
    clock,
  }: {
    readonly workQueue: WorkQueue;
    readonly callHurry: CallHurry;
    readonly clock: Clock;
  },
  tenantId: string,
  accounts: readonly Pick<ProviderAccount, 'provider'>[],
  woken: readonly Message[],
): Promise<void> {
  const now = clock.now();
  for (const { provider } of accounts) {
    const key = { tenantId, provider };
    const [due, lane] = await Promise.all([
      workQueue.dueOn(key, 1, now),
      workQueue.laneHead(key, after(now, -LIFETIME), 1),
    ]);
    const messageIds = woken.filter((message) => routeOf(message) === provider).map(({ messageId }) => messageId);
    if (due.length + lane.length + messageIds.length > 0)
      await callHurry.push([{ type: 'call', tenantId, provider, messageIds }]);
  }
}
