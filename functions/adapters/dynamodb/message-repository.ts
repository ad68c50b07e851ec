import type { AuditLine } from '../../domain/audit/model.ts';
import { stepOfRepeated } from '../../domain/messaging/at-least-once.ts';
import {
  attemptNumber,
  type Message,
  routeOf,
  type TimelineEntry,
  type Withdrawal,
} from '../../domain/messaging/model.ts';
import type { Messages, PutBack, Step } from '../../domain/messaging/ports.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import { countWrites } from './batch-counts.ts';
import { messageItemOf, messageOf, messageTextOf } from './codecs/message.ts';
import { shortMoment } from './codecs/short-moment.ts';
import { timelineLine } from './codecs/timeline.ts';
import { all, atLeast, equals, exists, lacks, missing } from './condition.ts';
import { addOnce, earlierOf, writeOnce } from './idempotency.ts';
import { laneOrder, lookOrder, messageLists, workQueues } from './index-keys.ts';
import { keys } from './keys.ts';
import { rewriteWrites } from './message-rewrite.ts';
import { creditWrites, dueOf, HELD, stepWrite, unchanged, WITHDRAWAL } from './message-step-writes.ts';
import { laneOf, longTextWrites, newMessageWrites, scheduledAt } from './message-writes.ts';
import { goesAtSeconds } from './retention.ts';
import type { Table } from './table.ts';

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
    const result = await writeOnce(
      this.#table,
      tenantId,
      request,
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
    if (result.kind !== 'refused') return result;
    if (result.refused[0] && credits > 0) return 'insufficient-credit';
    throw new Error(`the id ${messageId} is taken`);
  }

  async earlier<A extends object>(
    tenantId: string,
    request: IdempotentRequest<A>,
  ): Promise<Idempotency<A> | undefined> {
    return earlierOf(this.#table, tenantId, request);
  }

  async claim<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A>> {
    return addOnce(this.#table, tenantId, request);
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
      ...countWrites([message], step.to),
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
        set: { state: 'accepted', ...(reason !== undefined && { reason }), ...laneOf(message) },
        append: { timeline: [timelineLine(entry)] },
        remove: WITHDRAWAL,
      },
      condition: unchanged(message),
    });
    return done;
  }

  async repeat(message: Message, at: Date, detail: string): Promise<boolean> {
    const { tenantId, messageId } = message;
    const entry: TimelineEntry = { event: 'accepted', at: at.toISOString(), detail };
    const { done } = await this.#table.write(
      {
        update: keys.message(tenantId, messageId),
        change: {
          set: { state: 'accepted', ...laneOf(message), reason: detail },
          add: { repeatsLeft: -1 },
          append: { timeline: [timelineLine(entry)] },
        },
        condition: unchanged(message),
      },
      ...countWrites([message], 'accepted'),
    );
    return done;
  }

  async enterLane(message: Message, at: Date): Promise<boolean> {
    const { tenantId, messageId, state } = message;
    const entry: TimelineEntry = { event: 'accepted', at: at.toISOString() };
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: { ...laneOf(message), ...(state === 'scheduled' && { state: 'accepted' }) },
        ...(state === 'scheduled' && { append: { timeline: [timelineLine(entry)] } }),
        remove: HELD,
      },
      condition: unchanged(message),
    });
    return done;
  }

  async hold(message: Message, until: Date, entry: TimelineEntry): Promise<boolean> {
    const { tenantId, messageId, priority = 'normal' } = message;
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: {
          ...{ heldUntil: until.toISOString(), reason: entry.detail },
          ...{ workQueue: workQueues.held(tenantId), workOrder: laneOrder(priority, until.toISOString(), messageId) },
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
    const short = { ...due, expiresAt: shortMoment(due.expiresAt) };
    const { done } = await this.#table.write(
      {
        update: keys.message(tenantId, messageId),
        change: {
          set: { ...short, ...scheduledAt({ ...message, ...due }), expiresAtSeconds: goesAtSeconds(dueAt) },
          append: { timeline: [timelineLine(entry)] },
        },
        condition: unchanged(message),
      },
      ...longTextWrites({ ...message, ...due }),
    );
    return done;
  }

  async rewrite(message: Message, next: Message, entry: TimelineEntry, audit: AuditLine) {
    const result = await this.#table.write(...rewriteWrites(message, next, entry), auditPut(audit));
    if (result.done) return 'done';
    if (result.refused[0]) return 'changed';
    if (next.credits > message.credits) return 'insufficient-credit';
    throw new Error(`the wallet of ${message.tenantId} lacks the credits of ${message.messageId}`);
  }

  async putBack(message: Message, { routes, at, detail, dueAt }: PutBack): Promise<boolean> {
    const { tenantId, messageId } = message;
    const waiting = { ...message, routes };
    const moves = routeOf(waiting) !== routeOf(message);
    const said = detail !== undefined && { detail };
    const entry: TimelineEntry = { event: 'accepted', at: at.toISOString(), ...said };
    const { done } = await this.#table.write({
      update: keys.message(tenantId, messageId),
      change: {
        set: {
          state: 'accepted',
          ...(detail !== undefined && { reason: detail }),
          routes,
          ...messageLists.byRoute(tenantId, routeOf(waiting)),
          ...(dueAt ? dueOf(waiting, dueAt) : laneOf(waiting)),
        },
        // What is only tried again leaves no trace each time.
        ...(moves && { append: { timeline: [timelineLine(entry)] } }),
        remove: WITHDRAWAL,
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
