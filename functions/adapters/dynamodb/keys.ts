import type { Key } from './table.ts';

/**
 * Every key of the table; those of its indexes stand in index-keys.ts. All begin with the tenant, where it is known, except the operators'
 * switch.
 */
export const keys = {
  tenant: (tenantId: string): Key => ({ pk: tenantPartition(tenantId), sk: 'TENANT' }),
  /** an origin that an agency allows; a browser asks by the origin alone */
  agencySite: (origin: string, tenantId: string): Key => ({ pk: sitePartition(origin), sk: tenantId }),
  /** the way from a tenant's short name to its id, at login */
  tenantSlug: (slug: string): Key => ({ pk: `SLUG#${slug}`, sk: 'SLUG' }),
  roles: (tenantId: string): Key => ({ pk: tenantPartition(tenantId), sk: 'ROLES' }),
  login: (tenantId: string, loginName: string): Key => ({
    pk: `${tenantPartition(tenantId)}#LOGIN#${loginName}`,
    sk: 'LOGIN',
  }),
  session: (tenantId: string, personId: string, secretHash: string): Key => ({
    pk: personPartition(tenantId, personId),
    sk: `${SESSION}${secretHash}`,
  }),
  device: (tenantId: string, personId: string, secretHash: string): Key => ({
    pk: personPartition(tenantId, personId),
    sk: `${DEVICE}${secretHash}`,
  }),
  /** of an employee or contact to choose login data: the newest alone counts */
  invitation: oneOf('INVITATION'),
  recovery: oneOf('RECOVERY'),
  secondFactor: oneOf('SECOND-FACTOR'),
  /** of a worker to the portal */
  portalAccess: oneOf('PORTAL-ACCESS'),
  /** with the hash of its answer */
  verificationQuestion: oneOf('VERIFICATION-QUESTION'),
  /** of a worker to being seen by hirers */
  hirerConsent: oneOf('HIRER-CONSENT'),
  /** of a company's contact to the view of hirers */
  hirerAccess: oneOf('HIRER-ACCESS'),
  /** the newest that the worker has asked for */
  mailAddressChange: oneOf('MAIL-ADDRESS-CHANGE'),
  /** a dated line in the file of a worker, company or employee */
  notification: (tenantId: string, subjectId: string, notificationId: string): Key => ({
    pk: personPartition(tenantId, subjectId),
    sk: `${NOTIFICATION}${notificationId}`,
  }),
  /** of an address to which no mail goes */
  mailMark: (tenantId: string, address: string): Key => ({
    pk: `${tenantPartition(tenantId)}#MAIL#${address}`,
    sk: 'MARK',
  }),
  /** which numbers it sends to */
  mobilePrefixes: (tenantId: string): Key => ({ pk: tenantPartition(tenantId), sk: 'MOBILE-PREFIXES' }),
  settings: (tenantId: string): Key => ({ pk: tenantPartition(tenantId), sk: 'SETTINGS' }),
  apiToken: (tenantId: string, tokenId: string): Key => ({ pk: apiTokenPartition(tenantId), sk: tokenId }),
  box: (tenantId: string, boxId: string): Key => ({ pk: tenantPartition(tenantId), sk: `${BOX}${boxId}` }),
  /** what an agency has with a web provider */
  providerAccount: (tenantId: string, provider: string): Key => ({
    pk: tenantPartition(tenantId),
    sk: `${PROVIDER}${provider}`,
  }),
  /** something that a provider told, so that it counts once */
  providerEvent: (tenantId: string, provider: string, eventId: string): Key => ({
    pk: `${tenantPartition(tenantId)}#TOLD#${provider}#${eventId}`,
    sk: 'TOLD',
  }),
  webhook: (tenantId: string, webhookId: string): Key => ({
    pk: tenantPartition(tenantId),
    sk: `${WEBHOOK}${webhookId}`,
  }),
  /** how many webhooks there are */
  webhookCount: (tenantId: string): Key => ({ pk: tenantPartition(tenantId), sk: 'WEBHOOKS' }),
  /** of one event to one webhook */
  delivery: (tenantId: string, webhookId: string, eventId: string): Key => ({
    pk: personPartition(tenantId, webhookId),
    sk: `${DELIVERY}${eventId}`,
  }),
  /** of deliveries that are sent once more */
  replay: (tenantId: string, webhookId: string, replayId: string): Key => ({
    pk: personPartition(tenantId, webhookId),
    sk: `REPLAY#${replayId}`,
  }),
  /** of a list of messages into a file */
  messageExport: oneOf('EXPORT'),
  boxCommand: (tenantId: string, boxId: string, commandId: string): Key => ({
    pk: `${tenantPartition(tenantId)}#${boxId}`,
    sk: `COMMAND#${commandId}`,
  }),
  boxHealth: (tenantId: string, boxId: string): Key => ({
    pk: tenantPartition(tenantId),
    sk: `${BOX_HEALTH}${boxId}`,
  }),
  /** by what a box may connect */
  boxAccess: oneOf('ACCESS'),
  /** tries in one window; of an address, or of a login name that nobody may have, the tenant is not known */
  limit: (limit: string, whoHash: string, from: string): Key => ({ pk: `LIMIT#${limit}#${whoHash}`, sk: from }),
  message: oneOf('MESSAGE'),
  /** the text of a message, where it is too long for the message's item */
  messageText: oneOf('TEXT'),
  /** of an employee or API token */
  selection: (tenantId: string, ownerId: string, selectionId: string): Key => ({
    pk: personPartition(tenantId, ownerId),
    sk: `${SELECTION}${selectionId}`,
  }),
  selectionMembers: (tenantId: string, selectionId: string, place: number): Key => ({
    pk: personPartition(tenantId, selectionId),
    sk: `MEMBERS#${String(place).padStart(2, '0')}`,
  }),
  batch: (tenantId: string, batchId: string): Key => ({ pk: batchesPartition(tenantId), sk: batchId }),
  /** a line of a batch's recipients, and what becomes of it */
  batchRow: (tenantId: string, batchId: string, line: number): Key => ({
    pk: batchPartition(tenantId, batchId),
    sk: `${BATCH_ROW}${String(line).padStart(8, '0')}`,
  }),
  /** that a number of a batch is a line's; apart from its rows, as each is asked for by itself */
  batchNumber: (tenantId: string, batchId: string, number: string): Key => ({
    pk: `${batchPartition(tenantId, batchId)}#NUMBER#${number}`,
    sk: 'NUMBER',
  }),
  /** some members of a selection, as they were when the batch was made */
  batchMembers: (tenantId: string, batchId: string, place: number): Key => ({
    pk: batchPartition(tenantId, batchId),
    sk: `MEMBERS#${String(place).padStart(2, '0')}`,
  }),
  /** what some of its messages have come to; apart from its rows, which have the units of a partition for themselves */
  batchCount: (tenantId: string, batchId: string, shard: number): Key => ({
    pk: `${batchPartition(tenantId, batchId)}#COUNT#${shard}`,
    sk: 'COUNT',
  }),
  /** how many waited in a lane when it was counted last */
  laneCount: (tenantId: string, lane: string): Key => ({
    pk: `${tenantPartition(tenantId)}#LANE-COUNT#${lane}`,
    sk: 'LANE-COUNT',
  }),
  /** of a request that was refused for its number */
  refusedNumber: (tenantId: string, keyHash: string): Key => ({
    pk: `${tenantPartition(tenantId)}#REFUSED-NUMBER#${keyHash}`,
    sk: 'REFUSED-NUMBER',
  }),
  /** an entry of the directory: a worker, a company, an employee, … */
  entry: oneOf('ENTRY'),
  /** a row of a list of entries */
  listRow: (tenantId: string, list: string, sort: string, id: string): Key => ({
    pk: listPartition(tenantId, list),
    sk: `${sort}#${id}`,
  }),
  /** a row by which an entry is found by a word of its name */
  wordRow: (tenantId: string, list: string, word: string, id: string): Key => ({
    pk: wordPartition(tenantId, list),
    sk: `${word}#${id}`,
  }),
  audit: (tenantId: string, subjectId: string, auditId: string): Key => ({
    pk: `${tenantPartition(tenantId)}#${subjectId}`,
    sk: `${AUDIT}${auditId}`,
  }),
  inbound: (tenantId: string, inboundId: string): Key => ({ pk: inboundPartition(tenantId), sk: inboundId }),
  /** what the owner of a number has said about SMS; it names the number by its hash alone */
  numberChoice: (tenantId: string, numberHash: string): Key => ({
    pk: `${tenantPartition(tenantId)}#NUMBER#${numberHash}`,
    sk: 'CHOICE',
  }),
  optOut: (tenantId: string, optOutId: string): Key => ({ pk: optOutPartition(tenantId), sk: optOutId }),
  /** what came from one number and went to it */
  thread: oneOf('THREAD'),
  /** that a message that came in belongs to it */
  threadEntry: (tenantId: string, threadId: string, inboundId: string): Key => ({
    pk: personPartition(tenantId, threadId),
    sk: `${FILED}${inboundId}`,
  }),
  /** where it stands among all threads: by its newest message */
  threadRow: (tenantId: string, lastInboundId: string): Key => ({ pk: threadPartition(tenantId), sk: lastInboundId }),
  wallet: (tenantId: string, shard: number): Key => ({ pk: walletPartition(tenantId, shard), sk: 'WALLET' }),
  /** what single messages consumed on one day, `2026-11-21` */
  walletDay: (tenantId: string, shard: number, day: string): Key => ({
    pk: walletPartition(tenantId, shard),
    sk: `DAY#${day}`,
  }),
  /** what a batch had of the credits on one day; the shard is the batch's */
  batchDay: (tenantId: string, shard: number, day: string, batchId: string): Key => ({
    pk: walletPartition(tenantId, shard),
    sk: `${BATCH_DAY}${day}#${batchId}`,
  }),
  /** what one message consumed on that day */
  charge: (tenantId: string, shard: number, day: string, messageId: string): Key => ({
    pk: walletPartition(tenantId, shard),
    sk: `${chargesOf(day)}${messageId}`,
  }),
  /** credits that an operator gave or took back */
  booking: (tenantId: string, bookingId: string): Key => ({
    pk: ledgerPartition(tenantId),
    sk: `${BOOKING}${bookingId}`,
  }),
  /** of a day that is over */
  closing: (tenantId: string, day: string): Key => ({ pk: ledgerPartition(tenantId), sk: `${CLOSING}${day}` }),
  tariff: (tenantId: string, validFrom: string): Key => ({
    pk: tenantPartition(tenantId),
    sk: `${TARIFF}${validFrom}`,
  }),
  /** how the credits stand to the threshold of the agency's settings */
  balanceMark: (tenantId: string): Key => ({ pk: ledgerPartition(tenantId), sk: 'BALANCE-MARK' }),
  /** the switch that stops all sending of all agencies */
  sending: { pk: 'OPERATOR', sk: 'SENDING' } satisfies Key,
  idempotency: (tenantId: string, route: string, keyHash: string): Key => ({
    pk: `${tenantPartition(tenantId)}#IDEMPOTENCY#${route}#${keyHash}`,
    sk: 'IDEMPOTENCY',
  }),
} as const;

/** Of what a person or a thing has one of. */
function oneOf(sk: string) {
  return (tenantId: string, id: string): Key => ({ pk: personPartition(tenantId, id), sk });
}

export const sitePartition = (origin: string) => `SITE#${origin}`;
export const tenantPartition = (tenantId: string) => `T#${tenantId}`;
export const apiTokenPartition = (tenantId: string) => `${tenantPartition(tenantId)}#TOKENS`;
export const personPartition = (tenantId: string, id: string) => `${tenantPartition(tenantId)}#${id}`;
/** what the sort keys of a person's sessions and devices, and of the notifications in a file, begin with */
export const SESSION = 'SESSION#';
export const DEVICE = 'DEVICE#';
export const NOTIFICATION = 'NOTIFICATION#';
export const AUDIT = 'AUDIT#';
export const listPartition = (tenantId: string, list: string) => `${tenantPartition(tenantId)}#LIST#${list}`;
export const wordPartition = (tenantId: string, list: string) => `${tenantPartition(tenantId)}#WORDS#${list}`;
/** of all messages from phones, by their ids: SIM cards bring in a few a minute, far from what one partition takes */
export const inboundPartition = (tenantId: string) => `${tenantPartition(tenantId)}#INBOUND`;
export const optOutPartition = (tenantId: string) => `${tenantPartition(tenantId)}#OPT-OUTS`;
/** of all threads */
export const threadPartition = (tenantId: string) => `${tenantPartition(tenantId)}#THREADS`;
/** what the sort keys of a thread's messages begin with */
export const FILED = 'FILED#';
export const walletPartition = (tenantId: string, shard: number) => `${tenantPartition(tenantId)}#WALLET#${shard}`;
export const batchesPartition = (tenantId: string) => `${tenantPartition(tenantId)}#BATCHES`;
export const batchPartition = (tenantId: string, batchId: string) => `${tenantPartition(tenantId)}#${batchId}`;
export const BATCH_ROW = 'ROW#';
export const SELECTION = 'SELECTION#';
export const BATCH_DAY = 'BATCH-DAY#';
/** what the sort keys of a day's charges begin with */
export const chargesOf = (day: string) => `CHARGE#${day}#`;
export const ledgerPartition = (tenantId: string) => `${tenantPartition(tenantId)}#LEDGER`;
export const BOOKING = 'BOOKING#';
export const CLOSING = 'CLOSING#';
export const TARIFF = 'TARIFF#';
/** what the sort keys of all boxes of a tenant begin with */
export const BOX = 'BOX#';
export const BOX_HEALTH = 'HEALTH#';
export const PROVIDER = 'PROVIDER#';
export const WEBHOOK = 'WEBHOOK#';
export const DELIVERY = 'DELIVERY#';
