import type { SendingRoute } from '../../../../contract/providers.ts';
import { isProvider } from '../../../../contract/providers.ts';
import type { Healths } from '../../edge/health.ts';
import { after, type Clock, MINUTE, SECOND } from '../../shared/clock.ts';
import { takesNewMessages } from '../model.ts';
import type { Boxes } from '../ports.ts';
import type { ProviderAccounts } from '../providers/ports.ts';
import { LIFETIME } from '../store-message.ts';
import type { Batch } from './model.ts';
import type { LaneCounts } from './ports.ts';

/** Counted in a lane: who has more waiting has more to think about than when exactly they are done. */
const MAX_WAITING = 100_000;
/** What a modem takes for one part, and the network's answer. */
const MODEM_PART = 6 * SECOND;

export interface EstimateDependencies {
  readonly boxes: Pick<Boxes, 'list'>;
  readonly healths: Pick<Healths, 'list'>;
  readonly accounts: Pick<ProviderAccounts, 'find'>;
  readonly lanes: LaneCounts;
  readonly clock: Clock;
}

export interface Estimate {
  /** parts that its route sends in a minute; 0 when there is nothing that sends */
  readonly perMinute: number;
  /** messages that wait for the same route now */
  readonly waitingBefore: number;
  readonly doneAt: Date;
  /** messages that would not be sent within a week, and therefore never */
  readonly tooOld: number;
}

/** When a batch would be done if it were accepted now: at the rate of its route, after what waits there already. */
export async function estimateBatch(
  dependencies: EstimateDependencies,
  { tenantId, wanted, tally }: Batch,
  routes: readonly SendingRoute[] | undefined,
): Promise<Estimate> {
  const { lanes, clock } = dependencies;
  const route = wanted.route ?? routes?.[0] ?? 'modem';
  const lane = isProvider(route) ? { tenantId, provider: route } : { tenantId };
  const [perMinute, waitingBefore] = await Promise.all([
    ratePerMinute(dependencies, tenantId, route),
    lanes.waiting(lane, MAX_WAITING),
  ]);
  const partsEach = tally.recipients === 0 ? 1 : tally.parts / tally.recipients;
  // Of what waits nobody knows the parts: it is taken for as long as these are.
  const minutes =
    perMinute === 0 ? Number.POSITIVE_INFINITY : ((waitingBefore + tally.recipients) * partsEach) / perMinute;
  const withinAWeek = Math.floor(((LIFETIME / MINUTE) * perMinute) / partsEach) - waitingBefore;
  return {
    perMinute,
    waitingBefore,
    doneAt: after(clock.now(), Math.min(minutes * MINUTE, LIFETIME)),
    tooOld: Math.max(0, tally.recipients - Math.max(0, withinAWeek)),
  };
}

async function ratePerMinute(deps: EstimateDependencies, tenantId: string, route: SendingRoute): Promise<number> {
  if (isProvider(route)) {
    const account = await deps.accounts.find({ tenantId, provider: route });
    return account && account.removedAt === undefined ? (account.perSecond * MINUTE) / SECOND : 0;
  }
  const [boxes, healths] = await Promise.all([deps.boxes.list(tenantId), deps.healths.list(tenantId)]);
  const taking = new Set(boxes.filter(takesNewMessages).map(({ boxId }) => boxId));
  // A box that has not told of its modems yet has one.
  const modems = [...taking].reduce((sum, boxId) => {
    const told = healths.find((health) => health.boxId === boxId)?.report?.modems.length;
    return sum + (told ?? 1);
  }, 0);
  return (modems * MINUTE) / MODEM_PART;
}
