import { OUTCOMES, type Outcome } from '../../../contract/message-states.ts';
import type { Counts } from '../../domain/messaging/batches/model.ts';
import type { Message } from '../../domain/messaging/model.ts';
import { keys } from './keys.ts';
import type { Item, Table, Write } from './table.ts';

/** One item takes some 50 transactions a second: so a batch's messages are counted on several. */
const SHARDS = 16;

const isOutcome = (state: string): state is Outcome => (OUTCOMES as readonly string[]).includes(state);

/**
 * Goes with a step of messages that are of one batch, so that its progress is right at each moment. Nothing for messages of no batch.
 */
export function countWrites(messages: readonly [Message, ...Message[]], to: Message['state']): Write[] {
  const [{ tenantId, batchId }] = messages;
  if (batchId === undefined) return [];
  const counts = new Map<number, Record<string, number>>();
  for (const { messageId, state } of messages) {
    const shard = (messageId.codePointAt(messageId.length - 1) ?? 0) % SHARDS;
    const add = counts.get(shard) ?? {};
    if (isOutcome(state)) add[state] = (add[state] ?? 0) - 1;
    if (isOutcome(to)) add[to] = (add[to] ?? 0) + 1;
    if (Object.keys(add).length > 0) counts.set(shard, add);
  }
  return [...counts].map(([shard, add]) => ({
    update: keys.batchCount(tenantId, batchId, shard),
    change: { set: { type: 'batch-count', v: 1 }, add },
  }));
}

export async function readCounts(table: Table, tenantId: string, batchId: string): Promise<Counts> {
  const shards = await table.batchGet(
    Array.from({ length: SHARDS }, (_, shard) => keys.batchCount(tenantId, batchId, shard)),
  );
  const sum = (state: Outcome) =>
    shards.reduce((total, item: Item | undefined) => total + Number(item?.[state] ?? 0), 0);
  return Object.fromEntries(OUTCOMES.map((state) => [state, sum(state)])) as Counts;
}
