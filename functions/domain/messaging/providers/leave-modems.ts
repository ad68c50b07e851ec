import { providerDetail } from '../../../../contract/provider-reasons.ts';
import { isProvider } from '../../../../contract/providers.ts';
import { canSend, type Healths } from '../../edge/health.ts';
import { after, SECOND } from '../../shared/clock.ts';
import { findMessages } from '../find-messages.ts';
import { type Box, type Message, routeOf, takesNewMessages } from '../model.ts';
import type { Trouble, WorkQueue } from '../ports.ts';
import { LIFETIME } from '../store-message.ts';
import { openRoutes, type SettleDependencies } from './settle.ts';

/** Looked at in one go. */
const PAGE = 500;
/** It looks at no more of the lane after this, so that a sweep has time for all else; a page is always looked at. */
const LOOKS_FOR = 5 * SECOND;

/**
 * What waits for a modem, and may go by a web provider, does so when no box of the agency can send, also behind what has no other route and
 * stays. What a box was given stays with it.
 */
export async function leaveModems(
  deps: SettleDependencies & {
    readonly healths: Pick<Healths, 'list'>;
    readonly workQueue: WorkQueue;
    readonly trouble: Trouble;
  },
  tenantId: string,
  boxes: readonly Box[],
): Promise<void> {
  const { workQueue, healths, clock } = deps;
  const now = clock.now();
  const known = await healths.list(tenantId);
  const isAble = (box: Box) =>
    takesNewMessages(box) &&
    canSend(
      known.find(({ boxId }) => boxId === box.boxId),
      now,
    ) === true;
  if (boxes.some(isAble)) return;
  const until = after(now, LOOKS_FOR);
  let next: string | undefined;
  do {
    const page = await workQueue.lanePage({ tenantId }, after(now, -LIFETIME), PAGE, next);
    await leaveSome(deps, await findMessages(deps, tenantId, page.ids));
    ({ next } = page);
  } while (next !== undefined && clock.now() < until);
}

async function leaveSome(deps: SettleDependencies, found: readonly Message[]): Promise<void> {
  for (const message of found) {
    if (message.state !== 'accepted' || routeOf(message) !== 'modem') continue;
    const routes = await openRoutes(deps, message);
    const [provider] = routes;
    if (!provider || !isProvider(provider)) continue;
    const detail = providerDetail({ provider, code: '-', reason: 'no-box' });
    await deps.messages.putBack(message, { routes, at: deps.clock.now(), detail });
  }
}
