import type { MessageState } from '../../../contract/message-states.ts';
import type { Priority } from '../../../contract/priorities.ts';
import type { ProviderName, SendingRoute } from '../../../contract/providers.ts';

/** Partitions of the indexes that list messages by what they are filtered by. Some have two attributes that a message has anyway. */
export const messageLists = {
  byRecipient: (tenantId: string, to: string) => ({ recipientList: `${tenantId}#${to}` }),
  byState: (tenantId: string, state: MessageState) => ({ tenantId, state }),
  bySender: (tenantId: string, acceptedBy: string) => ({ senderList: `${tenantId}#${acceptedBy}` }),
  byRoute: (tenantId: string, route: SendingRoute) => ({ tenantId, route }),
  /** these four are of some messages alone: a single one to a bare number, with a text of its own, pays for none of them */
  byTemplate: (tenantId: string, templateId: string) => ({ templateList: `${tenantId}#${templateId}` }),
  byRecord: (tenantId: string, recordId: string) => ({ recordList: `${tenantId}#${recordId}` }),
  byEvent: (tenantId: string) => ({ eventList: tenantId }),
  byBatch: (tenantId: string, batchId: string) => ({ tenantId, batchId }),
  /** whose list this is, or what for: a message's item says it nowhere else */
  idIn: (list: string) => list.slice(list.indexOf('#') + 1),
} as const;

/** Partitions of the index `workQueue`. */
export const workQueues = {
  /** every tenant, for the clock */
  tenants: 'tenants',
  /** messages that wait for whichever modem is free, or for one of this box; in the order of `laneOrder` */
  lane: (tenantId: string, boxId?: string) => `lane#${tenantId}#modem${boxId === undefined ? '' : `#${boxId}`}`,
  /** messages that wait for a web provider; in the order of `laneOrder` */
  providerLane: (tenantId: string, provider: ProviderName) => `lane#${tenantId}#${provider}`,
  /** messages that are not due yet, and unconfirmed ones that may be sent again; in the order of `laneOrder`, by when */
  scheduled: (tenantId: string) => `scheduled#${tenantId}`,
  /** messages that wait apart from their lane; in the order of `laneOrder`, by when to look again */
  held: (tenantId: string) => `held#${tenantId}`,
  /** messages that a provider was called for, or is to be called for again; ordered by when to look again */
  calls: (tenantId: string, provider: ProviderName) => `calls#${tenantId}#${provider}`,
  /** batches with something left to do; ordered by when to look again */
  batches: (tenantId: string) => `batches#${tenantId}`,
  /** commands that no box has answered; ordered by their ids */
  commands: (tenantId: string) => `commands#${tenantId}`,
  /** messages that a box has or should have and that are not submitted; ordered by when to look again */
  box: (tenantId: string, boxId: string) => `box#${tenantId}#${boxId}`,
  /** mails that are owed; ordered by when to look again */
  mails: (tenantId: string) => `mails#${tenantId}`,
  /** exports of messages that are not done; ordered by when to look again */
  exports: (tenantId: string) => `exports#${tenantId}`,
  /** what one webhook is to be told, so that none waits behind another; ordered by when */
  webhook: (tenantId: string, webhookId: string) => `webhook#${tenantId}#${webhookId}`,
  /** replays of deliveries, which wait for no receiver; in the order of `replayOrder` */
  replays: (tenantId: string) => `replays#${tenantId}`,
} as const;

/** Urgent first, then what was due first; the id makes it unique. */
export const laneOrder = (priority: Priority, dueAt: string, messageId: string) =>
  `${LANE_ORDER[priority]}#${dueAt}#${messageId}`;
const LANE_ORDER = { high: 3, normal: 5, low: 7 } as const satisfies Record<Priority, number>;
/** When a message was due, by its order in a lane. */
export const dueInLane = (order: string) => order.slice(order.indexOf('#') + 1, order.lastIndexOf('#'));
export const lookOrder = (lookAt: string, messageId: string) => `${lookAt}#${messageId}`;
export const replayOrder = (dueAt: string, webhookId: string, replayId: string) => `${dueAt}#${webhookId}#${replayId}`;
