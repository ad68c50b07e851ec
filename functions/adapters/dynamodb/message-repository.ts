import type { MessageState } from '../../../contract/message-states.ts';
import { isProvider } from '../../../contract/providers.ts';
import { bookingDay } from '../../domain/credits/ledger.ts';
import { stepOfRepeated } from '../../domain/messaging/at-least-once.ts';
import { costOf, hasPassed, purseOf } from '../../domain/messaging/life.ts';
import {
  attemptNumber,
  type Message,
  routeOf,
  type TimelineEntry,
  type Withdrawal,
} from '../../domain/messaging/model.ts';
import type { Messages, PutBack, Step } from '../../domain/messaging/ports.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { countWrites } from './batch-counts.ts';
import { messageItemOf, messageOf, messageTextOf } from './codecs/message.ts';
import { timelineLine } from './codecs/timeline.ts';
import { all, atLeast, equals, exists, lacks, missing } from './condition.ts';
import { claimKey, keyOf, repetition } from './idempotency.ts';
import { keys, lookOrder, messageLists, workQueues } from './keys.ts';
import { laneOf, newMessageWrites, providerListOf, scheduledAt } from './message-writes.ts';
import { goesAtSeconds } from './retention.ts';
import type { Table, Write } from './table.ts';

export class MessageRepository implements Messages {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async accept<A extends object>(
    message: Message,
    request: IdempotentRequest<A>,
  ): Promise<Idempotency<A> | 'insufficient-credit'> {
    const { tenantId, messageId, credits, walletShard } = message;
    const result = await this.#table.write(
      claimKey(tenantId, request),
      ...(credits === 0
        ? []
        : [
            {
              update: keys.wallet(tenantId, walletShard),
              change: { add: { available: -credits, reserved: credits } },
              condition: atLeast('available', credits),
            },
          ]),
      ...newMessageWrites(message),
    );
    if (result.done) return { kind: 'first' };
    const [earlier, wallet] = result.refused;
    if (earlier) return repetition(earlier, request);
    if (wallet && credits > 0) return 'insufficient-credit';
    throw new Error(`the id ${messageId} is taken`);
  }

  async earlier<A extends object>(
    tenantId: string,
    request: IdempotentRequest<A>,
  ): Promise<Idempotency<A> | undefined> {
    const row = await this.#table.get(keyOf(tenantId, request));
    return row && repetition(row, request);
  }

  async claim<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A>> {
    const result = await this.#table.write(claimKey(tenantId, request));
    return result.done ? { kind: 'first' } : repetition(result.refused[0] ?? {}, request);
  }

  async find(tenantId: string, messageId: string): Promise<Message | undefined> {
    const item = await this.#table.get(keys.message(tenantId, messageId));
    if (!item) return undefined;
    const row = messageItemOf(item);
    if (!row.longText) return messageOf(row, row.text);
    return messageOf(row, messageTextOf(await this.#table.get(keys.messageText(tenantId, messageId))));
  }

  async step(message: Message, wanted: Step): Promise<boolean> {
    const step = stepOfRepeated(message, wanted);
    const result = await this.#table.write(
      stepWrite(message, step),
      ...creditWrites(message, step),
      ...countWrites(message, step.to),
    );
    if (result.done) return true;
    if (!result.refused[0])
      throw new Error(`the wallet of ${message.tenantId} lacks the credits of ${message.messageId}`);
    return false;
  }

  async withdraw(message: Message, { to, reason }: Withdrawal, at: Date, entry?: TimelineEntry): Promise<boolean> {
    const { tenantId, messageId } = message;
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: {
          withdrawTo: to,
          ...(reason !== undefined && { withdrawReason: reason }),
          looks: 0,
          workOrder: lookOrder(at.toISOString(), messageId),
        },
        ...(entry && { append: { timeline: [timelineLine(entry)] } }),
        ...(reason === undefined && { remove: ['withdrawReason'] }),
      },
      condition: unchanged(message),
    });
    return done;
  }

  async returnToLane(message: Message, at: Date): Promise<boolean> {
    const { tenantId, messageId, withdrawal } = message;
    const reason = withdrawal?.reason;
    const entry: TimelineEntry = {
      event: 'accepted',
      at: at.toISOString(),
      ...(reason !== undefined && { detail: reason }),
    };
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: { ...stateOf(tenantId, 'accepted'), ...(reason !== undefined && { reason }), ...laneOf(message) },
        append: { timeline: [timelineLine(entry)] },
        remove: WITHDRAWAL,
      },
      condition: unchanged(message),
    });
    return done;
  }

  async repeat(message: Message, at: Date, detail: string): Promise<boolean> {
    const { tenantId, messageId } = message;
    const { done } = await this.#table.write(
      {
        update: keys.message(tenantId, messageId),
        change: {
          set: { ...stateOf(tenantId, 'accepted'), ...laneOf(message), reason: detail },
          add: { repeatsLeft: -1 },
          append: { timeline: [{ event: 'accepted', at: at.toISOString(), detail }] },
        },
        condition: unchanged(message),
      },
      ...countWrites(message, 'accepted'),
    );
    return done;
  }

  async enterLane(message: Message, at: Date): Promise<boolean> {
    const { tenantId, messageId, state } = message;
    const entry: TimelineEntry = { event: 'accepted', at: at.toISOString() };
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: { ...laneOf(message), ...(state === 'scheduled' && stateOf(tenantId, 'accepted')) },
        ...(state === 'scheduled' && { append: { timeline: [timelineLine(entry)] } }),
        remove: HELD,
      },
      condition: unchanged(message),
    });
    return done;
  }

  async hold(message: Message, until: Date, entry: TimelineEntry): Promise<boolean> {
    const { tenantId, messageId } = message;
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: {
          ...{ heldUntil: until.toISOString(), reason: entry.detail },
          ...{ workQueue: workQueues.held(tenantId), workOrder: lookOrder(until.toISOString(), messageId) },
        },
        append: { timeline: [timelineLine(entry)] },
      },
      condition: unchanged(message),
    });
    return done;
  }

  async reschedule(message: Message, dueAt: Date, expiresAt: Date, entry: TimelineEntry): Promise<boolean> {
    const { tenantId, messageId } = message;
    const due = { dueAt: dueAt.toISOString(), expiresAt: expiresAt.toISOString() };
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: { ...due, ...scheduledAt({ ...message, ...due }), expiresAtSeconds: goesAtSeconds(dueAt) },
        append: { timeline: [timelineLine(entry)] },
      },
      condition: unchanged(message),
    });
    return done;
  }

  async putBack(message: Message, { routes, at, detail, dueAt }: PutBack): Promise<boolean> {
    const { tenantId, messageId } = message;
    const waiting = { ...message, routes };
    const moves = routeOf(waiting) !== routeOf(message);
    const entry: TimelineEntry = { event: 'accepted', at: at.toISOString(), detail };
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: {
          ...stateOf(tenantId, 'accepted'),
          reason: detail,
          routes,
          ...providerListOf(tenantId, routes[0]),
          ...(dueAt ? dueOf(waiting, dueAt) : laneOf(waiting)),
        },
        // What is only tried again leaves no trace each time.
        ...(moves && { append: { timeline: [timelineLine(entry)] } }),
        remove: [...WITHDRAWAL, ...(isProvider(routeOf(waiting)) ? [] : ['providerList'])],
      },
      condition: unchanged(message),
    });
    return done;
  }

  async note(message: Message, entry: TimelineEntry): Promise<void> {
    await this.#table.write({
      update: keys.message(message.tenantId, message.messageId),
      change: { append: { timeline: [timelineLine(entry)] } },
      condition: all(equals('attempt', attemptNumber(message)), lacks('timeline', timelineLine(entry))),
    });
  }

  async registered({ tenantId, messageId }: Pick<Message, 'tenantId' | 'messageId'>): Promise<void> {
    await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: { set: messageLists.byEvent(tenantId) },
      condition: all(exists('pk'), missing('eventList')),
    });
  }

  async lookAgain(message: Message, lookAt: Date): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.message(message.tenantId, message.messageId),
      change: { set: { workOrder: lookOrder(lookAt.toISOString(), message.messageId) }, add: { looks: 1 } },
      condition: unchanged(message),
    });
    return done;
  }
}

/** The attributes of a withdrawal. */
const WITHDRAWAL = ['withdrawTo', 'withdrawReason'];

/** The attributes of what waits apart from its lane. */
const HELD = ['heldUntil', 'reason'];

/** The attributes of an attempt with a box, and of one with a provider. */
const WITH_BOX = ['boxId', 'journalId'];
const WITH_PROVIDER = ['provider', 'callSince'];

const unchanged = ({ state, dueAt, handover, call, withdrawal }: Message) =>
  all(
    equals('state', state),
    ...(state === 'scheduled' ? [equals('dueAt', dueAt)] : []),
    equals('attempt', attemptNumber({ ...(handover && { handover }), ...(call && { call }) })),
    ...(state === 'calling' && call ? [equals('looks', call.looks)] : []),
    withdrawal ? equals('withdrawTo', withdrawal.to) : missing('withdrawTo'),
  );

/** Waits apart from its lane until its time has come. */
function dueOf(message: Message, dueAt: Date) {
  const route = routeOf(message);
  if (!isProvider(route)) throw new Error('only a web provider is called again at a certain time');
  return {
    workQueue: workQueues.calls(message.tenantId, route),
    workOrder: lookOrder(dueAt.toISOString(), message.messageId),
  };
}

const stateOf = (tenantId: string, state: MessageState) => ({ state, ...messageLists.byState(tenantId, state) });

/** Where the work queue looks again: at what somebody has to answer for, and at what may be sent again. */
function lookedAt({ tenantId, messageId }: Message, { to, handover, call, lookAt }: Step) {
  if (!lookAt) return undefined;
  const workOrder = lookOrder(lookAt.toISOString(), messageId);
  if (to === 'unconfirmed') return { workQueue: workQueues.scheduled(tenantId), workOrder };
  if (handover) return { ...handover, workQueue: workQueues.box(tenantId, handover.boxId), workOrder };
  if (!call) return undefined;
  const { attempt, provider, since, looks } = call;
  return { attempt, provider, callSince: since, looks, workQueue: workQueues.calls(tenantId, provider), workOrder };
}

function stepWrite(message: Message, step: Step): Write {
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
        ...stateOf(tenantId, to),
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
function creditWrites(message: Message, { to, bookedAt, partsSubmitted }: Step): Write[] {
  const { tenantId, messageId, state, credits, walletShard } = message;
  const [from, into] = [purseOf(state), purseOf(to)];
  if (from === into || credits === 0) return [];
  const kept = into === 'consumed' ? costOf(message, partsSubmitted) : credits;
  const wallet: Write = {
    update: keys.wallet(tenantId, walletShard),
    change: { add: { [from]: -credits, [into]: kept, ...(kept < credits && { available: credits - kept }) } },
    condition: atLeast(from, credits),
  };
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
