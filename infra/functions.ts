import type { ApiFunction } from '../contract/route.ts';
import type { IndexName } from './constructs/table.ts';

export const queueNames = [
  'sms',
  'provider-calls',
  'batches',
  'edge-events',
  'box-certificates',
  'mail-events',
  'webhooks',
  'message-exports',
] as const;
export type QueueName = (typeof queueNames)[number];
/** What a role may do with rows. A transaction has no permission of its own: each of its parts needs its action. */
export type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem';

/** Where in the bucket of files what lies. */
export type FileFolder = 'uploads' | 'exports';

export interface TableUse {
  readonly actions: readonly TableAction[];
  readonly indexes: readonly IndexName[];
}

/** A Lambda: the handler functions/handlers/<name>.ts, its size, and all that it may touch. */
export interface FunctionSpec {
  readonly purpose: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** what it does with rows, and the indexes that it queries */
  readonly table?: TableUse;
  /** what it does with files, by their folder; who reads is told too that there is none */
  readonly files?: Readonly<Partial<Record<FileFolder, readonly ('GetObject' | 'PutObject')[]>>>;
  /** the queues that it writes to */
  readonly sends?: readonly ('sms' | 'provider-calls' | 'batches' | 'webhooks' | 'message-exports')[];
  /** the queue that starts it */
  readonly consumes?: QueueName;
  /** the changes of the table that start it (contract/followed.ts) */
  readonly follows?: 'table';
  /** sends mails */
  readonly mails?: true;
  /** its log tells of troubles (contract/troubles.ts), which are counted there */
  readonly reportsTroubles?: true;
  /** publishes to boxes */
  readonly publishes?: true;
  /** asks web providers, with the agencies' accounts there */
  readonly callsProviders?: true;
  /** issues and withdraws the certificates of boxes */
  readonly issues?: true;
}

/** Longer than the slowest answer, with the table and the queue hanging (adapters/clients.ts), and below API Gateway's 29 s. */
const API_SECONDS = 25;

/** The message list, by what it is filtered by. */
const MESSAGE_LISTS = [
  ...(['byTenant', 'byRecipient', 'byState', 'bySender'] as const),
  ...(['byRoute', 'byTemplate', 'byEvent', 'byRecord', 'byBatch'] as const),
] as const satisfies readonly IndexName[];

export const FUNCTIONS = {
  'api-login': {
    reportsTroubles: true,
    purpose:
      'Logs in, and changes issued login data. Hashing has its own function, so that a flood of logins starves nothing else.',
    // From 1,769 MB on a function has one whole vCPU (AWS Lambda Developer Guide, "Configure Lambda function memory").
    memoryMb: 1769,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: [] },
  },
  'api-access': {
    purpose:
      'Sessions, devices, second factors and API tokens; asks for codes of recoveries, and takes them; tells browsers which other sites may ask.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: [] },
  },
  'api-passkeys': {
    purpose: 'Passkeys: what checks them takes long to load.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: [] },
  },
  'api-directory': {
    purpose: 'Workers, companies, contacts, placements and branches; settings; the audit trail.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: {
      actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      indexes: ['byAudit'],
    },
  },
  'api-portal': {
    reportsTroubles: true,
    purpose: 'Workers’ access to the portal: hashes the passwords that it makes, and mails them.',
    memoryMb: 1769,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: [] },
    mails: true,
  },
  'api-hirers': {
    purpose:
      'What contacts of companies see of the workers placed there; it changes nothing but sessions and the audit trail.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: [] },
  },
  'api-messaging': {
    reportsTroubles: true,
    purpose: 'Accepts and lists messages, and lists those that came in.',
    memoryMb: 1024,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: [...MESSAGE_LISTS] },
    sends: ['sms', 'message-exports'],
  },
  'api-services': {
    purpose:
      'What SMS services and credits an agency has, and their settings: who may send, quiet hours, mobile prefixes.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: [] },
  },
  'api-batches': {
    reportsTroubles: true,
    purpose:
      'Kept selections, uploads of recipients, and batches of messages: it makes, accepts, stops and shows them. And links to exports.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: {
      actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      indexes: ['workQueue'],
    },
    files: { uploads: ['PutObject'], exports: ['GetObject'] },
    sends: ['batches'],
  },
  'api-boxes': {
    reportsTroubles: true,
    purpose:
      'Tells how the boxes in the offices are, adds boxes and makes the codes by which they join, and asks them to do something.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: [] },
    publishes: true,
  },
  'api-operator': {
    reportsTroubles: true,
    purpose: 'What operators do with agencies: their set-up, tariffs and credits, and the stop of all sending.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: {
      actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      indexes: ['byAudit', 'workQueue'],
    },
    sends: ['sms'],
  },
  'box-certificates': {
    reportsTroubles: true,
    purpose: 'The one function that issues certificates to boxes, and withdraws them.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: [] },
    consumes: 'box-certificates',
    publishes: true,
    issues: true,
  },
  'api-providers': {
    reportsTroubles: true,
    purpose:
      'Agencies’ accounts with web providers, the order of routes, and what providers tell: reports and messages; and webhooks.',
    memoryMb: 512,
    timeoutSeconds: API_SECONDS,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: [] },
    sends: ['webhooks', 'provider-calls'],
    callsProviders: true,
  },
  'api-docs': {
    purpose: 'The OpenAPI document, its page, and the answer to every address that is not one.',
    memoryMb: 256,
    timeoutSeconds: 5,
  },
  dispatcher: {
    reportsTroubles: true,
    purpose: 'Hands messages over to boxes.',
    memoryMb: 512,
    timeoutSeconds: 30,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: ['workQueue'] },
    consumes: 'sms',
    sends: ['provider-calls', 'batches', 'webhooks', 'message-exports'],
    publishes: true,
  },
  'provider-calls': {
    reportsTroubles: true,
    purpose: 'Asks web providers to send messages. A function of its own: a provider that is slow holds up no modem.',
    memoryMb: 512,
    // A round of 15 s, then one call that takes its 10 s, and the table.
    timeoutSeconds: 45,
    // It puts the line of a day's statement with each message that went.
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: ['workQueue'] },
    consumes: 'provider-calls',
    sends: ['sms', 'provider-calls'],
    callsProviders: true,
  },
  batches: {
    reportsTroubles: true,
    purpose: 'Reads the recipients of batches, and puts their messages into the lanes.',
    memoryMb: 1024,
    // A round of 20 s, then what was begun, with the table hanging.
    timeoutSeconds: 60,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: ['workQueue'] },
    files: { uploads: ['GetObject'] },
    consumes: 'batches',
    sends: ['sms', 'batches'],
  },
  'edge-ingest': {
    reportsTroubles: true,
    purpose: 'Takes in what boxes say, and gives them more when they have room.',
    memoryMb: 512,
    timeoutSeconds: 30,
    sends: ['provider-calls'],
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: ['workQueue'] },
    consumes: 'edge-events',
    publishes: true,
  },
  after: {
    reportsTroubles: true,
    purpose: 'Does what follows from a change of the table.',
    memoryMb: 512,
    // It waits for a login to be done with (5 s), then calls the table and the mail service.
    timeoutSeconds: 50,
    table: {
      actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      indexes: ['byRecipient'],
    },
    follows: 'table',
    mails: true,
    sends: ['sms', 'webhooks'],
  },
  'message-exporter': {
    reportsTroubles: true,
    purpose: 'Writes lists of messages into files, however long. A function of its own: no request waits for it.',
    memoryMb: 512,
    // A round of 60 s, with the last page and piece.
    timeoutSeconds: 120,
    table: { actions: ['GetItem', 'BatchGetItem', 'PutItem'], indexes: [...MESSAGE_LISTS] },
    files: { exports: ['GetObject', 'PutObject'] },
    consumes: 'message-exports',
    sends: ['message-exports'],
  },
  'webhook-sender': {
    reportsTroubles: true,
    purpose:
      'Tells other systems of events, at addresses that agencies typed. A function of its own: it alone calls them, and one that is slow holds up nothing else.',
    memoryMb: 256,
    // A try takes 10 s, and the table its time.
    timeoutSeconds: 30,
    table: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: [] },
    consumes: 'webhooks',
    sends: ['webhooks'],
  },
  'mail-events': {
    purpose: 'Takes in what becomes of mails, and marks addresses to which none should go.',
    memoryMb: 256,
    timeoutSeconds: 30,
    table: { actions: ['PutItem', 'UpdateItem'], indexes: [] },
    consumes: 'mail-events',
  },
  clock: {
    purpose: 'Finds each minute what got lost on the way, and what is due.',
    memoryMb: 256,
    timeoutSeconds: 50,
    table: { actions: [], indexes: ['workQueue'] },
    sends: ['sms'],
  },
} as const satisfies Record<string, FunctionSpec> & Record<ApiFunction, FunctionSpec>;

export type FunctionName = keyof typeof FUNCTIONS;
export const functionNames = Object.keys(FUNCTIONS) as FunctionName[];
