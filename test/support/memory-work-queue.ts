import { laneOrder } from '../../functions/adapters/dynamodb/index-keys.ts';
import { inTurn, type Lane, type Message, routeOf, whenDue } from '../../functions/domain/messaging/model.ts';
import type { WorkQueue } from '../../functions/domain/messaging/ports.ts';

export interface MessageRow {
  message: Message;
  /** when the work queue shall look at it again */
  lookAt?: string;
}

/** What the index of the work queue shows of messages in memory. */
export function memoryWorkQueue(tenantId: string, rows: ReadonlyMap<string, MessageRow>): WorkQueue {
  const sorted = (wanted: (row: MessageRow) => boolean, order: (row: MessageRow) => string) =>
    [...rows.values()]
      .filter(wanted)
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))
      .map(({ message }) => message.messageId);
  const inOrder = ({ priority, messageId }: Message, when: string) => laneOrder(priority ?? 'normal', when, messageId);
  const dueOf = (id: string) => {
    const row = rows.get(id);
    return row ? whenDue(row.message) : '';
  };
  const inLane = ({ boxId, provider }: Pick<Lane, 'boxId' | 'provider'>) =>
    [...rows.values()]
      .filter(
        ({ message, lookAt }) =>
          message.state === 'accepted' &&
          message.heldUntil === undefined &&
          message.sender?.boxId === boxId &&
          routeOf(message) === (provider ?? 'modem') &&
          (provider === undefined || lookAt === undefined),
      )
      .map(({ message }) => message)
      .sort(inTurn)
      .map(({ messageId }) => messageId);
  const withBox = (boxId: string, before?: Date) =>
    sorted(
      ({ message, lookAt = '' }) =>
        message.state === 'handed-over' &&
        message.handover?.boxId === boxId &&
        (!before || lookAt < before.toISOString()),
      ({ lookAt = '' }) => lookAt,
    );
  return {
    tenants: async () => ({ tenantIds: [tenantId] }),
    laneHead: async (lane, from, limit) =>
      inLane(lane)
        .filter((id) => dueOf(id) >= from.toISOString())
        .slice(0, limit),
    lanePage: async (lane, from, limit, after) => {
      const orderOf = (id: string) => {
        const message = rows.get(id)?.message;
        return message ? inOrder(message, whenDue(message)) : '';
      };
      const behind = inLane(lane).map((id) => ({ id, order: orderOf(id) }));
      const page = behind
        .filter(({ order }) => after === undefined || order > after)
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .slice(0, limit);
      const ids = page.map(({ id }) => id).filter((id) => dueOf(id) >= from.toISOString());
      const last = page.at(-1);
      return { ids, ...(page.length === limit && last && { next: last.order }) };
    },
    laneOlderThan: async (lane, before, limit) =>
      inLane(lane)
        .filter((id) => dueOf(id) < before.toISOString())
        .slice(0, limit),
    scheduledUntil: async (_, moment, limit) =>
      sorted(
        ({ message, lookAt = '~' }) =>
          (message.state === 'scheduled' && whenDue(message) <= moment.toISOString()) ||
          (message.state === 'unconfirmed' && lookAt <= moment.toISOString()),
        ({ message, lookAt = '' }) => inOrder(message, message.state === 'scheduled' ? whenDue(message) : lookAt),
      ).slice(0, limit),
    heldApart: async (_, limit, until) =>
      sorted(
        ({ message: { state, heldUntil } }) =>
          state === 'accepted' && heldUntil !== undefined && (!until || heldUntil <= until.toISOString()),
        ({ message }) => inOrder(message, message.heldUntil ?? ''),
      ).slice(0, limit),
    dueOn: async ({ provider }, limit, before) =>
      sorted(
        ({ message, lookAt }) =>
          routeOf(message) === provider &&
          (message.state === 'calling' || message.state === 'accepted') &&
          lookAt !== undefined &&
          lookAt < before.toISOString(),
        ({ lookAt = '' }) => lookAt,
      ).slice(0, limit),
    loadOf: async ({ boxId }, limit) => Math.min(withBox(boxId).length, limit),
    dueWith: async ({ boxId }, limit, before) => withBox(boxId, before).slice(0, limit),
  };
}
