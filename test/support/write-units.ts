import { type AttributeValue, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

type Image = Record<string, AttributeValue> | undefined;
type Key = Record<string, AttributeValue>;

/** Bytes of one value. Source: DynamoDB Developer Guide, "DynamoDB item sizes and formats". */
function bytesOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  // one byte for each two significant digits, and one
  if (value.N !== undefined) return Math.ceil(value.N.replace(/^-|\.|^0+|0+$/g, '').length / 2) + 1;
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.SS !== undefined) return value.SS.reduce((sum, member) => sum + Buffer.byteLength(member), 0);
  if (value.L !== undefined) return 3 + value.L.reduce((sum, element) => sum + 1 + bytesOf(element), 0);
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  throw new Error(`a kind of value that this table does not have: ${JSON.stringify(value)}`);
}

export function itemBytes(item: Image): number {
  return Object.entries(item ?? {}).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value), 0);
}

/** The indexes of the table: KEYS_ONLY, so that an entry is written only when its keys change. */
const INDEXES = [
  ['tenantId', 'messageId'],
  ['recipientList', 'messageId'],
  ['tenantId', 'state', 'messageId'],
  ['senderList', 'messageId'],
  ['tenantId', 'route', 'messageId'],
  ['tenantId', 'batchId', 'messageId'],
  ['templateList', 'messageId'],
  ['eventList', 'messageId'],
  ['recordList', 'messageId'],
  ['workQueue', 'workOrder'],
] as const;

/** Units of an index entry: 1 to put or to delete it, 2 to move it. Its few keys are always below 1 kB. */
function indexUnits(before: Image, after: Image): number {
  const entry = (image: Image, keys: readonly string[]) =>
    keys.every((key) => image?.[key]?.S !== undefined) ? keys.map((key) => image?.[key]?.S).join('\n') : undefined;
  return INDEXES.reduce((sum, keys) => {
    const [from, to] = [entry(before, keys), entry(after, keys)];
    if (from === to) return sum;
    return sum + (from === undefined ? 0 : 1) + (to === undefined ? 0 : 1);
  }, 0);
}

/**
 * Write units of one write by AWS's rules: 1 for each started kB of the larger of both images, twice that in a transaction,
 * and what the indexes cost. A refused condition costs as much as the item that stands there.
 */
export function writeUnits(before: Image, after: Image, transactional: boolean): number {
  const own = Math.max(1, Math.ceil(Math.max(itemBytes(before), itemBytes(after)) / 1024));
  return own * (transactional ? 2 : 1) + indexUnits(before, after);
}

interface Writes {
  readonly TableName?: string | undefined;
  readonly Key?: Key | undefined;
  readonly Item?: Key | undefined;
  readonly TransactItems?: readonly { Put?: Writes; Update?: Writes; Delete?: Writes }[] | undefined;
}

/** Counts what the client does: calls by name, and the write units of all its writes. DynamoDB Local's own figures are not AWS's. */
export function meter(client: DynamoDBClient) {
  const counts = { units: 0, calls: {} as Record<string, number> };
  /** what it reads itself, while others may be on their way */
  const own = new WeakSet<object>();
  const image = async (TableName: string | undefined, key: Key): Promise<Image> => {
    const Key = { pk: key['pk'], sk: key['sk'] } as Key;
    const command = new GetItemCommand({ TableName, Key, ConsistentRead: true });
    own.add(command.input);
    return (await client.send(command)).Item;
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (own.has(args.input)) return next(args);
      const name = String(context.commandName);
      counts.calls[name] = (counts.calls[name] ?? 0) + 1;
      const input = args.input as Writes;
      const transactional = input.TransactItems !== undefined;
      const writes = transactional
        ? (input.TransactItems ?? []).map(({ Put, Update, Delete }) => Put ?? Update ?? Delete ?? {})
        : /^(Put|Update|Delete)Item/.test(name)
          ? [input]
          : [];
      const keys = writes.map(({ Key, Item }) => Key ?? Item ?? {});
      const before = await Promise.all(writes.map(({ TableName }, index) => image(TableName, keys[index] ?? {})));
      try {
        return await next(args);
      } finally {
        const after = await Promise.all(writes.map(({ TableName }, index) => image(TableName, keys[index] ?? {})));
        before.forEach((old, index) => {
          counts.units += writeUnits(old, after[index], transactional);
        });
      }
    },
    { step: 'initialize', name: 'meter' },
  );
  return {
    /** What was counted since the last reading. */
    read() {
      const reading = { units: counts.units, calls: counts.calls };
      counts.units = 0;
      counts.calls = {};
      return reading;
    },
  };
}
