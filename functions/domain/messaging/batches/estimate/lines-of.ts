import type { ModemHealth } from '../../../../../contract/edge/health.ts';
import { isProvider, type SendingRoute } from '../../../../../contract/providers.ts';
import type { Healths } from '../../../edge/health.ts';
import { DAY, MINUTE, SECOND } from '../../../shared/clock.ts';
import { takesNewMessages } from '../../model.ts';
import type { Boxes } from '../../ports.ts';
import { AT_ONCE } from '../../providers/paced.ts';
import type { ProviderAccounts } from '../../providers/ports.ts';
import type { Line } from './pace.ts';

/** What a modem takes for one part, and the network's answer. */
const MODEM_PART = 6 * SECOND;
const MODEM_PER_MINUTE = MINUTE / MODEM_PART;

/** What a call of a web provider takes with what is written before and after it. Assumed: they tell of no such time. */
const CALL = SECOND / 2;
const CALLS_PER_SECOND = (AT_ONCE * SECOND) / CALL;

export interface LinesDependencies {
  readonly boxes: Pick<Boxes, 'list'>;
  readonly healths: Pick<Healths, 'list'>;
  readonly accounts: Pick<ProviderAccounts, 'find'>;
}

export interface StandingLine extends Line {
  /** what it has sent today, by UTC */
  readonly sentToday: number;
}

/** What sends on a route now: an account, or the modems of the boxes that are in use, as those told it last. */
export async function linesOf(
  { boxes, healths, accounts }: LinesDependencies,
  tenantId: string,
  route: SendingRoute,
  now: Date,
): Promise<StandingLine[]> {
  if (isProvider(route)) {
    const account = await accounts.find({ tenantId, provider: route });
    if (!account || account.removedAt !== undefined) return [];
    // The account may allow more calls than are made side by side.
    const perSecond = Math.min(account.perSecond, CALLS_PER_SECOND);
    return [{ perMinute: (perSecond * MINUTE) / SECOND, sentToday: 0 }];
  }
  const [all, told] = await Promise.all([boxes.list(tenantId), healths.list(tenantId)]);
  return all.filter(takesNewMessages).flatMap(({ boxId }) => {
    const report = told.find((health) => health.boxId === boxId)?.report;
    // A box that has not told of its modems yet has one.
    if (!report) return [{ perMinute: MODEM_PER_MINUTE, sentToday: 0 }];
    const isOfToday = dayOf(Date.parse(report.at)) === dayOf(now.getTime());
    return report.modems.filter(maySend).map((modem) => lineOf(modem, isOfToday));
  });
}

/** What searches for its network, or is out of reach, mostly comes back; these two wait for a person. */
const maySend = ({ paused, sim }: ModemHealth) => !paused && sim !== 'not-ready';

const lineOf = ({ perMinuteAtMost, perDayAtMost, sentToday }: ModemHealth, isOfToday: boolean): StandingLine => ({
  perMinute: Math.min(MODEM_PER_MINUTE, perMinuteAtMost ?? MODEM_PER_MINUTE),
  ...(perDayAtMost !== undefined && { perDay: perDayAtMost }),
  sentToday: isOfToday ? sentToday : 0,
});

const dayOf = (milliseconds: number) => Math.floor(milliseconds / DAY);
