import type { AttemptEvent, Downlink } from '../../contract/edge.ts';
import type { CallJob } from '../../contract/jobs.ts';
import { oneTimeCodes } from '../../functions/adapters/crypto/one-time-codes.ts';
import { BatchRepository } from '../../functions/adapters/dynamodb/batch-repository.ts';
import { BoxCommandRepository } from '../../functions/adapters/dynamodb/box-command-repository.ts';
import { BoxHealthRepository } from '../../functions/adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../../functions/adapters/dynamodb/box-repository.ts';
import { ChoiceRepository } from '../../functions/adapters/dynamodb/choice-repository.ts';
import { InboundRepository } from '../../functions/adapters/dynamodb/inbound-repository.ts';
import { MessageRepository } from '../../functions/adapters/dynamodb/message-repository.ts';
import { ProviderAccountRepository } from '../../functions/adapters/dynamodb/provider-account-repository.ts';
import { SendingRulesRepository } from '../../functions/adapters/dynamodb/sending-rules-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { TenantCodes } from '../../functions/adapters/dynamodb/tenant-codes.ts';
import { WorkQueueRepository } from '../../functions/adapters/dynamodb/work-queue-repository.ts';
import { applyEdgeEvents } from '../../functions/domain/messaging/apply-edge-events.ts';
import { cancelMessage } from '../../functions/domain/messaging/cancel-message.ts';
import { dispatch } from '../../functions/domain/messaging/dispatch.ts';
import { claim } from '../../functions/domain/messaging/hand-over.ts';
import type { Box, Message } from '../../functions/domain/messaging/model.ts';
import { sweepTenant } from '../../functions/domain/messaging/sweep-tenant.ts';
import { acceptedMessage, newId, readyBox } from './messages.ts';
import { walletsOn } from './wallet.ts';

const weekAgo = new Date('2026-11-14T10:00:00.000Z');

/** What hands messages over, on a table; `sent` is what boxes are told. */
export function cloudOn(table: Table, now: () => Date) {
  const sent: { boxId: string; downlink: Downlink }[] = [];
  const callJobs: CallJob[] = [];
  const cloud = {
    messages: new MessageRepository(table),
    boxes: new BoxRepository(table),
    healths: new BoxHealthRepository(table),
    accounts: new ProviderAccountRepository(table),
    callHurry: { push: async (jobs: readonly CallJob[]) => void callJobs.push(...jobs) },
    commands: new BoxCommandRepository(table),
    workQueue: new WorkQueueRepository(table),
    inbound: new InboundRepository(table),
    sendingRules: new SendingRulesRepository(table),
    batchStops: new BatchRepository(table, { now: () => new Date() }),
    codes: new TenantCodes(table, oneTimeCodes),
    choices: new ChoiceRepository(table, { of: async (_, number) => number.slice(1) }),
    trouble: (what: string) => {
      throw new Error(what);
    },
    downlinks: {
      send: async ({ boxId }: Pick<Box, 'boxId'>, downlink: Downlink) => void sent.push({ boxId, downlink }),
    },
    hurry: { push: async () => {} },
    clock: { now },
    newId,
    hintLost: () => {},
    onStray: () => {},
  };
  return { cloud, sent, callJobs };
}

/** A cloud on a table, with one message in its lane and one box that takes messages. */
export async function messageOnTable(table: Table) {
  const wallets = walletsOn(table);
  const tenantId = newId('ten');
  let now = new Date('2026-11-21T10:00:00.000Z');
  const { cloud, sent } = cloudOn(table, () => now);
  const { messages, boxes, workQueue } = cloud;
  await wallets.grant({ tenantId, grantId: 'test', credits: 10, at: now });
  const message = acceptedMessage({ tenantId });
  const { messageId } = message;
  const request = { route: 'messages', key: messageId, asked: {}, answer: {}, now };
  await messages.accept(message, request);
  const box = readyBox({ tenantId });
  await boxes.add(box);
  const found = async (): Promise<Message> => {
    const there = await messages.find(tenantId, messageId);
    if (!there) throw new Error('the message is gone');
    return there;
  };
  return {
    tenantId,
    box,
    sent,
    found,
    cloud,
    messages,
    boxes,
    attempt: (type: 'received' | 'revoked', attempt = 1) =>
      ({ type, attemptId: `${messageId}.${attempt}`, at: now.toISOString() }) as const,
    /** the attempts of the downlinks of one kind so far, with the box that each went to */
    given: (type: 'attempts' | 'revoke') =>
      sent.flatMap(({ boxId, downlink }) =>
        downlink.type === type ? downlink.attempts.map(({ attemptId }) => `${attemptId} to ${boxId}`) : [],
      ),
    claim: async () => claim(cloud, await found(), box, { isStopped: false }),
    handOver: () => dispatch(cloud, [{ type: 'message', tenantId, messageId }]),
    cancel: () => cancelMessage(cloud, tenantId, messageId, 'emp_1'),
    sweep: () => sweepTenant(cloud, tenantId),
    boxSays: async (...events: AttemptEvent[]) =>
      applyEdgeEvents(cloud, (await boxes.find(tenantId, box.boxId)) ?? box, box.journalId, events),
    balance: () => wallets.balance(tenantId),
    lane: () => workQueue.laneHead({ tenantId }, weekAgo, 10),
    wait: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}
