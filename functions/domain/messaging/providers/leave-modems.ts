import { providerDetail } from '../../../../contract/provider-reasons.ts';
import { isProvider } from '../../../../contract/providers.ts';
import { canSend, type Healths } from '../../edge/health.ts';
import { after } from '../../shared/clock.ts';
import { findMessages } from '../find-messages.ts';
import { type Box, routeOf, takesNewMessages } from '../model.ts';
import type { Trouble, WorkQueue } from '../ports.ts';
import { LIFETIME } from '../store-message.ts';
import { openRoutes, type SettleDependencies } from './settle.ts';

/** Moved in one sweep, one after the other. */
const AT_MOST = 500;

/** What waits for a modem, and may go by a web provider, does so when no box of the agency can send. What a box was given stays with it. */
export async function leaveModems(
  deps: SettleDependencies & {
    readonly healths: Pick<Healths, 'list'>;
    readonly workQueue: WorkQueue;
    readonly trouble: Trouble;
  },
  tenantId: string,
  boxes: readonly Box[],
): Promise<void> {
  const { messages, workQueue, healths, clock } = deps;
  const now = clock.now();
  const known = await healths.list(tenantId);
  const isAble = (box: Box) =>
    takesNewMessages(box) &&
    canSend(
      known.find(({ boxId }) => boxId === box.boxId),
      now,
    ) === true;
  if (boxes.some(isAble)) return;
  const ids = await workQueue.laneHead({ tenantId }, after(now, -LIFETIME), AT_MOST);
  for (const message of await findMessages(deps, tenantId, ids)) {
    if (message.state !== 'accepted' || routeOf(message) !== 'modem') continue;
    const routes = await openRoutes(deps, message);
    const [provider] = routes;
    if (!provider || !isProvider(provider)) continue;
    const detail = providerDetail({ provider, code: '-', reason: 'no-box' });
    await messages.putBack(message, { routes, at: now, detail });
  }
}
