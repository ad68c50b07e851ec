import { isProvider } from '../../../contract/providers.ts';
import { bookingDay } from '../../domain/credits/ledger.ts';
import { costOf, hasPassed, purseOf } from '../../domain/messaging/life.ts';
import { attemptNumber, type Message, routeOf, type TimelineEntry } from '../../domain/messaging/model.ts';
import type { Step } from '../../domain/messaging/ports.ts';
import { batchDayWrite } from './batch-days.ts';
import { shortMoment } from './codecs/short-moment.ts';
import { timelineLine } from './codecs/timeline.ts';
import { all, atLeast, equals, missing } from './condition.ts';
import { laneOrder, lookOrder, workQueues } from './index-keys.ts';
import { keys } from './keys.ts';
import { goesAtSeconds } from './retention.ts';
import type { Write } from './table.ts';

/** The attributes of a withdrawal. */
export const WITHDRAWAL = ['withdrawTo', 'withdrawReason'];

/** The attributes of what waits apart from its lane. */
export const HELD = ['heldUntil', 'reason'];

/** The attributes of an attempt with a box, and of one with a provider. */
const WITH_BOX = ['boxId', 'journalId'];
const WITH_PROVIDER = ['provider', 'callSince'];

export const unchanged = ({ state, dueAt, rewrites, handover, call, withdrawal }: Message) =>
  all(
    equals('state', state),
    ...(state === 'scheduled'
      ? [equals('dueAt', dueAt), rewrites === undefined ? missing('rewrites') : equals('rewrites', rewrites)]
      : []),
    equals('attempt', attemptNumber({ ...(handover && { handover }), ...(call && { call }) })),
    ...(state === 'calling' && call ? [equals('looks', call.looks)] : []),
    withdrawal ? equals('withdrawTo', withdrawal.to) : missing('withdrawTo'),
  );

/** Waits apart from its lane until its time has come. */
export function dueOf(message: Message, dueAt: Date) {
  const route = routeOf(message);
  if (!isProvider(route)) throw new Error('only a web provider is called again at a certain time');
  return {
    workQueue: workQueues.calls(message.tenantId, route),
    workOrder: lookOrder(dueAt.toISOString(), message.messageId),
  };
}

/** Where the work queue looks again: at what somebody has to answer for, and at what may be sent again. */
function lookedAt({ tenantId, messageId, priority }: Message, { to, handover, call, lookAt }: Step) {
  if (!lookAt) return undefined;
  const moment = lookAt.toISOString();
  if (to === 'unconfirmed')
    return { workQueue: workQueues.scheduled(tenantId), workOrder: laneOrder(priority ?? 'normal', moment, messageId) };
  const workOrder = lookOrder(moment, messageId);
  if (handover) return { ...handover, workQueue: workQueues.box(tenantId, handover.boxId), workOrder };
  if (!call) return undefined;
  const { attempt, provider, since, looks } = call;
  return {
    attempt,
    provider,
    callSince: shortMoment(since),
    looks,
    workQueue: workQueues.calls(tenantId, provider),
    workOrder,
  };
}

export function stepWrite(message: Message, step: Step): Write {
  const { to, at, detail, by, partsSubmitted, handover, call, providerId } = step;
  const { tenantId, messageId, timeline } = message;
  const said = detail ?? by;
  const attempt = lookedAt(message, step);
  // Each try of a provider that asks to wait would make the item longer.
  const isToldAlready = to === 'calling' && hasPassed(timeline, 'calling');
  const entry: TimelineEntry = { event: to, at: at.toISOString(), ...(said !== undefined && { detail: said }) };
  return {
    update: keys.message(tenantId, messageId),
    change: {
      set: {
        state: to,
        ...(detail !== undefined && { reason: detail }),
        ...(partsSubmitted !== undefined && { partsSubmitted }),
        ...(purseOf(to) === 'consumed' && { credits: costOf(message, partsSubmitted) }),
        ...(providerId !== undefined && { providerId }),
        ...attempt,
      },
      ...(!isToldAlready && { append: { timeline: [timelineLine(entry)] } }),
      remove: [
        ...(attempt ? [] : ['workQueue', 'workOrder']),
        ...(handover ? WITH_PROVIDER : []),
        ...(call ? WITH_BOX : []),
        ...(detail === undefined ? ['reason'] : []),
        ...WITHDRAWAL,
        'heldUntil',
      ],
    },
    condition: unchanged(message),
  };
}

/** The credits go with the message: in the same write, so that they can't go twice. */
export function creditWrites(message: Message, { to, bookedAt, partsSubmitted }: Step): Write[] {
  const { tenantId, messageId, state, credits, walletShard, batchId } = message;
  const [from, into] = [purseOf(state), purseOf(to)];
  if (from === into || credits === 0) return [];
  const kept = into === 'consumed' ? costOf(message, partsSubmitted) : credits;
  const wallet: Write = {
    update: keys.wallet(tenantId, walletShard),
    change: { add: { [from]: -credits, [into]: kept, ...(kept < credits && { available: credits - kept }) } },
    condition: atLeast(from, credits),
  };
  if (batchId !== undefined) {
    const used = into === 'consumed' ? { credits: kept, messages: 1 } : {};
    const returned = into === 'available' ? credits : credits - kept;
    return [wallet, batchDayWrite({ tenantId, batchId, walletShard }, bookedAt, { ...used, returned })];
  }
  if (into !== 'consumed') return [wallet];
  const day = bookingDay(bookedAt);
  const total: Write = {
    update: keys.walletDay(tenantId, walletShard, day),
    change: { set: { type: 'wallet-day', v: 1 }, add: { credits: kept, messages: 1 } },
  };
  const charge: Write = {
    put: {
      ...keys.charge(tenantId, walletShard, day, messageId),
      ...{ type: 'charge', v: 1, messageId, credits: kept, at: bookedAt.toISOString() },
      expiresAtSeconds: goesAtSeconds(bookedAt),
    },
  };
  return [wallet, total, charge];
}
