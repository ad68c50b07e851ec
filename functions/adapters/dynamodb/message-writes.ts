import { isProvider } from '../../../contract/providers.ts';
import { type Message, routeOf, whenDue } from '../../domain/messaging/model.ts';
import { itemsOf } from './codecs/message.ts';
import { missing } from './condition.ts';
import { laneOrder, messageLists, workQueues } from './index-keys.ts';
import { goesAtSeconds } from './retention.ts';
import type { Write } from './table.ts';

/** A new message where it waits and in its lists, and its text where that is an item of its own. It is refused where its id is taken. */
export function newMessageWrites(message: Message): [Write, ...Write[]] {
  const [row] = itemsOf(message);
  const expiresAtSeconds = goesAtSeconds(new Date(whenDue(message)));
  const waits = message.state === 'scheduled' ? scheduledAt(message) : laneOf(message);
  const put = { ...row, ...waits, ...listsOf(message), expiresAtSeconds };
  return [{ put, condition: missing('pk') }, ...longTextWrites(message)];
}

/** The item of a text that is long, to be kept as long as its message. */
export function longTextWrites(message: Message): Write[] {
  const [, long] = itemsOf(message);
  return long ? [{ put: { ...long, expiresAtSeconds: goesAtSeconds(new Date(whenDue(message))) } }] : [];
}

/** Where it stands in its lane: by its urgency and age, also when it comes back. */
export function laneOf(message: Message) {
  const { tenantId, messageId, priority = 'normal', sender } = message;
  const route = routeOf(message);
  return {
    workQueue: isProvider(route) ? workQueues.providerLane(tenantId, route) : workQueues.lane(tenantId, sender?.boxId),
    workOrder: laneOrder(priority, whenDue(message), messageId),
  };
}

export const scheduledAt = ({ tenantId, messageId, ...message }: Message) => ({
  workQueue: workQueues.scheduled(tenantId),
  workOrder: laneOrder(message.priority ?? 'normal', whenDue(message), messageId),
});

/** The lists in which it is found. */
const listsOf = ({ tenantId, to, acceptedBy, routes, templateId, recordId }: Message) => ({
  ...messageLists.byRecipient(tenantId, to),
  ...messageLists.bySender(tenantId, acceptedBy),
  ...messageLists.byRoute(tenantId, routes?.[0] ?? 'modem'),
  ...(templateId !== undefined && messageLists.byTemplate(tenantId, templateId)),
  ...(recordId !== undefined && messageLists.byRecord(tenantId, recordId)),
});
