import { expect, it } from 'vitest';
import type { Downlink, EdgeEvent } from '../../../contract/edge.ts';
import type { Job } from '../../../contract/jobs.ts';
import { derivedId } from '../../../functions/adapters/crypto/derived-id.ts';
import { oneTimeCodes } from '../../../functions/adapters/crypto/one-time-codes.ts';
import { BatchRepository } from '../../../functions/adapters/dynamodb/batch-repository.ts';
import { BoxCommandRepository } from '../../../functions/adapters/dynamodb/box-command-repository.ts';
import { BoxHealthRepository } from '../../../functions/adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../../../functions/adapters/dynamodb/box-repository.ts';
import { ChoiceRepository } from '../../../functions/adapters/dynamodb/choice-repository.ts';
import { InboundRepository } from '../../../functions/adapters/dynamodb/inbound-repository.ts';
import { MessageRepository } from '../../../functions/adapters/dynamodb/message-repository.ts';
import { MobilePrefixRepository } from '../../../functions/adapters/dynamodb/mobile-prefix-repository.ts';
import { NotificationRepository } from '../../../functions/adapters/dynamodb/notification-repository.ts';
import { ProviderAccountRepository } from '../../../functions/adapters/dynamodb/provider-account-repository.ts';
import { SendingRulesRepository } from '../../../functions/adapters/dynamodb/sending-rules-repository.ts';
import { TenantCodes } from '../../../functions/adapters/dynamodb/tenant-codes.ts';
import { WorkQueueRepository } from '../../../functions/adapters/dynamodb/work-queue-repository.ts';
import { phoneNumbers } from '../../../functions/adapters/phone-numbers/phone-numbers.ts';
import { takeHealth } from '../../../functions/domain/edge/take-health.ts';
import { acceptMessage } from '../../../functions/domain/messaging/accept-message.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { registerEvent } from '../../../functions/domain/messaging/events/register-event.ts';
import { healthOf } from '../../support/health.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';
import { OFFERED_SMS } from '../../support/offered-sms.ts';
import { useTable } from '../../support/table.ts';
import { walletsOn } from '../../support/wallet.ts';
import { itemBytes, meter, writeUnits } from '../../support/write-units.ts';

const { table, client } = useTable();
const counted = meter(client);
const boxes = new BoxRepository(table);
const wallets = walletsOn(table);
const tenantId = newId('ten');
const choices = new ChoiceRepository(table, { of: async (_, number) => number.slice(1) });
const sent: Downlink[] = [];
const jobs: Job[] = [];
const cloud = {
  messages: new MessageRepository(table),
  inbound: new InboundRepository(table),
  boxes,
  healths: new BoxHealthRepository(table),
  commands: new BoxCommandRepository(table),
  workQueue: new WorkQueueRepository(table),
  sendingRules: new SendingRulesRepository(table),
  batchStops: new BatchRepository(table, { now: () => new Date() }),
  codes: new TenantCodes(table, oneTimeCodes),
  trouble: (what: string) => {
    throw new Error(what);
  },
  downlinks: { send: async (_: unknown, message: Downlink) => void sent.push(message) },
  accounts: new ProviderAccountRepository(table),
  choices,
  callHurry: { push: async () => {} },
  hurry: { push: async (more: readonly Job[]) => void jobs.push(...more) },
  clock: { now: () => new Date() },
  newId,
};
const sender = {
  tenantId,
  id: newId('emp'),
  country: 'NL',
  pricePer: 'message',
  walletShards: 1,
  sendingStopped: false,
  messaging: OFFERED_SMS.messaging,
  ...{ name: 'West', by: 'Anna', permissions: new Set<never>() },
} as const;

it('measures sizes and units as the rules of AWS say', () => {
  const key = { pk: { S: 'p' }, sk: { S: 's' } };
  // 2+1 + 2+1 for the keys, then the name and the value
  expect(itemBytes({ ...key, n: { N: '1234' } })).toBe(6 + 1 + 3);
  expect(itemBytes({ ...key, list: { L: [{ S: 'ab' }, { BOOL: true }] } })).toBe(6 + 4 + 3 + 1 + 2 + 1 + 1);
  const big = { ...key, text: { S: 'x'.repeat(1024) } };
  expect(writeUnits(undefined, key, false)).toBe(1);
  expect(writeUnits(undefined, big, false)).toBe(2);
  expect(writeUnits(big, undefined, true)).toBe(4);
  const queued = { ...key, workQueue: { S: 'lane' }, workOrder: { S: '1' } };
  expect(writeUnits(key, queued, false)).toBe(1 + 1);
  expect(writeUnits(queued, { ...queued, workOrder: { S: '2' } }, false)).toBe(1 + 2);
});

/** With the line of the sender it fills one SMS. */
const WHOLE = 'Werk morgen van zeven tot vier. '.repeat(5).slice(0, 160 - '\nWest'.length);

it('one SMS costs one transaction and one queue send before the answer, and at most 36 write units in its life, with all of its 160 letters', async () => {
  await wallets.grant({ tenantId, grantId: 'test', credits: 10, at: new Date() });
  const box = readyBox({ tenantId });
  await boxes.add(box);
  await takeHealth(cloud, box, healthOf(box, { at: new Date().toISOString() }), new Date());
  counted.read();
  const mobilePrefixes = new MobilePrefixRepository(table);
  const accept = {
    ...cloud,
    mobilePrefixes,
    records: { find: async () => undefined },
    templates: { find: async () => undefined },
    refusedNumbers: { add: async () => {} },
    wallets: wallets.repository,
    random: () => 0,
    numbers: phoneNumbers,
    hintLost: () => {},
  };

  const { id } = await acceptMessage(accept, sender, { to: '0612345678', text: WHOLE }, 'key');
  const accepting = counted.read();
  expect(accepting).toEqual({ units: 12, calls: { GetItemCommand: 2, TransactWriteItemsCommand: 1 } });
  expect(jobs).toEqual([{ type: 'message', tenantId, messageId: id }]);

  await dispatch(cloud, [{ type: 'message', tenantId, messageId: id }]);
  const handingOver = counted.read();
  expect(handingOver).toEqual({
    units: 7,
    calls: { BatchGetItemCommand: 1, GetItemCommand: 5, QueryCommand: 4, UpdateItemCommand: 3 },
  });
  expect(sent).toHaveLength(1);

  const attemptId = `${id}.1`;
  const at = new Date().toISOString();
  const life: EdgeEvent[] = [
    { type: 'received', attemptId, at },
    { type: 'submitted', attemptId, at, parts: 1, partsSubmitted: 1 },
    { type: 'delivered', attemptId, at },
  ];
  const units: Record<string, number> = { accepted: accepting.units, 'handed-over': handingOver.units };
  for (const event of life) {
    await applyEdgeEvents({ ...cloud, onStray: () => {} }, box, box.journalId, [event]);
    units[event.type] = counted.read().units;
  }
  // `submitted` has in it the refill that it makes room for
  expect(units).toEqual({ accepted: 12, 'handed-over': 7, received: 1, submitted: 13, delivered: 3 });
  expect(Object.values(units).reduce((sum, more) => sum + more)).toBeLessThanOrEqual(36);
});

it('E0-8 an event in the file of a record costs 3 write units more, and one to a bare number none', async () => {
  const files = new NotificationRepository(table);
  for (const recordId of [newId('wrk'), undefined]) {
    const message = acceptedMessage({ tenantId, ...(recordId && { recordId }), credits: 0 });
    const { messageId } = message;
    await cloud.messages.accept(message, { route: 'messages', key: messageId, asked: {}, answer: {}, now: new Date() });
    const at = '2026-11-21T10:01:00.000Z';
    const sent = { ...message, textComplete: true, timeline: [{ event: 'submitted' as const, at }] };
    counted.read();
    for (const _ of ['told', 'told again']) await registerEvent({ messages: cloud.messages, files, derivedId }, sent);
    const { units, calls } = counted.read();
    if (recordId === undefined) expect(calls).toEqual({});
    // told again by an image of before: each of the two writes is refused, which costs what stands there
    else expect(units).toBe(3 + 2);
  }
});
