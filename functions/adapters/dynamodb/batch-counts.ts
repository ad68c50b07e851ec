import { OUTCOMES, type Outcome } from '../../../contract/message-states.ts';
import type { Counts } from '../../domain/messaging/batches/model.ts';
import type { Message } from '../../domain/messaging/model.ts';
import { keys } from './keys.ts';
import type { Item, Table, Write } from './table.ts';

/** One item takes some 50 transactions a second: so a batch's messages are counted on several. */
const SHARDS = 16;

const isOutcome = (state: string): state is Outcome => (OUTCOMES as readonly string[]).includes(state);

/** Goes with a message's step, so that a batch's progress is right at each moment. Nothing for a message of no batch. */
export function countWrites({ tenantId, messageId, batchId, state }: Message, to: Message['state']): Write[] {
  const add = Object.fromEntries([
    ...(isOutcome(state) ? [[state, -1]] : []),
    ...(isOutcome(to) ? [[to, 1]] : []),
  ]) as Record<string, number>;
  if (batchId === undefined || Object.keys(add).length === 0) return [];
  const shard = (messageId.codePointAt(messageId.length - 1) ?? 0) % SHARDS;
  return [{ update: keys.batchCount(tenantId, batchId, shard), change: { set: { type: 'batch-count', v: 1 }, add } }];
}

export async function readCounts(table: Table, tenantId: string, batchId: string): Promise<Counts> {
  const shards = await table.batchGet(
    Array.from({ length: SHARDS }, (_, shard) => keys.batchCount(tenantId, batchId, shard)),
  );
  const sum = (state: Outcome) =>
    shards.reduce((total, item: Item | undefined) => total + Number(item?.[state] ?? 0), 0);
  return Object.fromEntries(OUTCOMES.map((state) => [state, sum(state)])) as Counts;
}
