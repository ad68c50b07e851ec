import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';
import { inWords, secondsSince } from '../print-row.ts';
import { planOf } from './plan.ts';
import { itemsOf } from './planned-items.ts';

/** Items in one BatchWriteItem (DynamoDB's limit), and calls on their way at the same time. */
const AT_ONCE = 25;
const CALLS = 4;
/** How often it tells how far it is. */
const TOLD_EVERY = 100_000;

interface Place {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly tenantId: string;
}

/** Puts the messages from one place of the list up to, and without, another one into the table: the items that the repositories write. */
export async function fill({ client, tableName, tenantId }: Place, from: number, until: number): Promise<void> {
  const begun = performance.now();
  let place = from;
  const waiting: Item[] = [];
  const next = async (): Promise<Item[]> => {
    while (place < until && waiting.length < AT_ONCE) {
      place += 1;
      if (place % TOLD_EVERY === 0) console.log(`  ${inWords(place)} messages, ${secondsSince(begun)}`);
      waiting.push(...(await itemsOf(tenantId, planOf(place - 1))));
    }
    return waiting.splice(0, AT_ONCE);
  };
  // One after the other takes the next items; their calls are on their way together.
  let taking: Promise<unknown> = Promise.resolve();
  const take = (): Promise<Item[]> => {
    const taken = taking.then(next);
    taking = taken;
    return taken;
  };
  const worker = async () => {
    for (let items = await take(); items.length > 0; items = await take()) await put(client, tableName, items);
  };
  await Promise.all(Array.from({ length: CALLS }, worker));
}

async function put(client: DynamoDBClient, tableName: string, items: readonly Item[]): Promise<void> {
  let open = items.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
  while (open.length > 0) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: open } }));
    open = (UnprocessedItems?.[tableName] ?? []) as typeof open;
  }
}
