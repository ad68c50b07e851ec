import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { itemBytes } from './write-units.ts';

type Item = Record<string, AttributeValue>;

/** Bytes that one read unit takes, or two where an answer may be a moment old. */
const BYTES = 4096;

const unitsOf = (bytes: number, isConsistent: boolean) =>
  (Math.max(1, Math.ceil(bytes / BYTES)) * (isConsistent ? 2 : 1)) / 2;

/**
 * Read units by AWS's rules, of what came: a query's entries count together, of an index with the attributes that it has; the items of a
 * BatchGetItem each by itself. Source: DynamoDB Developer Guide, "DynamoDB read and write operations".
 */
export const queryUnits = (items: readonly Item[], isConsistent: boolean) =>
  unitsOf(
    items.reduce((sum, item) => sum + itemBytes(item), 0),
    isConsistent,
  );
export const batchGetUnits = (items: readonly Item[], isConsistent: boolean) =>
  items.reduce((sum, item) => sum + unitsOf(itemBytes(item), isConsistent), 0);

interface Sent {
  readonly ConsistentRead?: boolean;
  readonly RequestItems?: Readonly<Record<string, { readonly ConsistentRead?: boolean }>>;
}
interface Came {
  readonly Items?: readonly Item[];
  readonly Responses?: Readonly<Record<string, readonly Item[]>>;
}

/** What a page of a list costs: its calls, what they came back with, and its read units. */
export interface Reads {
  readonly queries: number;
  /** entries of queries */
  readonly entries: number;
  readonly batchGets: number;
  readonly others: number;
  readonly units: number;
}
const NONE: Reads = { queries: 0, entries: 0, batchGets: 0, others: 0, units: 0 };

/** Counts what a client reads. */
export function readMeter(client: DynamoDBClient) {
  let reads = NONE;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next(args);
        reads = plus(reads, String(commandName), args.input as Sent, result.output as Came);
        return result;
      },
    { step: 'initialize', name: 'readMeter' },
  );
  return {
    /** What was read since the last time. */
    read(): Reads {
      const read = reads;
      reads = NONE;
      return read;
    },
  };
}

function plus(reads: Reads, command: string, { ConsistentRead = false, RequestItems }: Sent, came: Came): Reads {
  if (command === 'QueryCommand') {
    const { Items = [] } = came;
    const units = reads.units + queryUnits(Items, ConsistentRead);
    return { ...reads, queries: reads.queries + 1, entries: reads.entries + Items.length, units };
  }
  if (command !== 'BatchGetItemCommand') return { ...reads, others: reads.others + 1 };
  const units = Object.entries(came.Responses ?? {}).map(([table, items]) =>
    batchGetUnits(items, RequestItems?.[table]?.ConsistentRead ?? false),
  );
  return { ...reads, batchGets: reads.batchGets + 1, units: units.reduce((sum, more) => sum + more, reads.units) };
}
