import {
  BatchGetItemCommand,
  type CancellationReason,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { itemBytes } from '../write-units.ts';
import { holds, keyCondition, type Placeholders, updated } from './expressions.ts';
import { Throughput } from './throughput.ts';
import type { VirtualTime } from './virtual-time.ts';

type Item = Record<string, unknown>;
/** What our transactions of several items took from a function in the same region: the slower end of some 5 to 15 ms. */
const TRANSACTION_MS = 15;
const READ_MS = 4;
const PUT_MS = 5;
const INDEXES = [
  ...[
    ['tenantId'],
    ['tenantId', 'state'],
    ['tenantId', 'route'],
    ['recipientList'],
    ['senderList'],
    ['tenantId', 'batchId'],
  ],
  ...[['templateList'], ['eventList'], ['recordList'], ['workQueue']],
] as const;

interface Planned {
  readonly place: string;
  readonly item: Item | undefined;
  readonly isRefused: boolean;
}

/**
 * DynamoDB with the limits that Local never shows: a transaction that meets another one on an item is cancelled, and a partition takes
 * 1,000 units a second. In virtual time. It knows what accepting a message and a batch need.
 */
export class SimulatedDynamoDb {
  readonly items = new Map<string, Item>();
  readonly counts = { transactions: 0, conflicts: 0, throttled: 0 };
  readonly #time: VirtualTime;
  readonly #throughput: Throughput;
  readonly #busy = new Set<string>();

  constructor(time: VirtualTime) {
    this.#time = time;
    this.#throughput = new Throughput(time);
  }

  /** As the SDK's own, as far as `Table` goes. */
  get client(): DynamoDBClient {
    return { send: (command: unknown) => this.#send(command) } as unknown as DynamoDBClient;
  }

  /** The most units that a partition was given in a second; of those that `name` says, the table's or an index's. */
  mostUnits(name: RegExp): number {
    return this.#throughput.most(name);
  }

  async #send(command: unknown): Promise<unknown> {
    if (command instanceof TransactWriteItemsCommand) return this.#transact(command.input.TransactItems ?? []);
    if (command instanceof BatchGetItemCommand) return this.#batchGet(command);
    if (command instanceof GetItemCommand) return this.#get(command);
    if (command instanceof PutItemCommand) return this.#put(command);
    if (command instanceof QueryCommand) return this.#query(command);
    throw new Error(`not simulated: ${(command as object).constructor.name}`);
  }

  async #batchGet({ input }: BatchGetItemCommand): Promise<unknown> {
    await this.#time.sleep(READ_MS);
    const [[table = '', wanted] = []] = Object.entries(input.RequestItems ?? {});
    const found = (wanted?.Keys ?? []).flatMap((key) => {
      const item = this.items.get(placeOf(unmarshall(key)));
      return item ? [marshalled(item)] : [];
    });
    return { Responses: { [table]: found } };
  }

  async #get({ input }: GetItemCommand): Promise<unknown> {
    await this.#time.sleep(READ_MS);
    const item = this.items.get(placeOf(unmarshall(input.Key ?? {})));
    return item ? { Item: marshalled(item) } : {};
  }

  async #put({ input }: PutItemCommand): Promise<unknown> {
    await this.#time.sleep(PUT_MS);
    const planned = this.#planned(
      { Put: { ...input, TableName: input.TableName, Item: input.Item } },
      placeOf(unmarshall(input.Item ?? {})),
    );
    if (!this.#throughput.take(this.#needs([planned], 1))) {
      this.counts.throttled += 1;
      throw Object.assign(new Error('throttled'), { name: 'ThrottlingException' });
    }
    const { Item } = this.#reason(planned);
    if (planned.isRefused)
      throw new ConditionalCheckFailedException({ message: 'refused', $metadata: {}, ...(Item && { Item }) });
    if (planned.item) this.items.set(planned.place, planned.item);
    return {};
  }

  async #query({ input }: QueryCommand): Promise<unknown> {
    await this.#time.sleep(READ_MS);
    const {
      Limit = Number.POSITIVE_INFINITY,
      KeyConditionExpression = '',
      ExpressionAttributeNames: names = {},
    } = input;
    const values = unmarshall(input.ExpressionAttributeValues ?? {});
    const isMeant = keyCondition(KeyConditionExpression, { names, values });
    const found = [...this.items.values()]
      .filter(isMeant)
      .toSorted((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1));
    const last = found[Limit - 1];
    return {
      Items: found.slice(0, Limit).map(marshalled),
      ...(last && found.length > Limit && { LastEvaluatedKey: marshalled({ pk: last['pk'], sk: last['sk'] }) }),
    };
  }

  async #transact(writes: readonly TransactWriteItem[]): Promise<unknown> {
    this.counts.transactions += 1;
    const places = writes.map((write) => placeOf(unmarshall(write.Put?.Item ?? write.Update?.Key ?? {})));
    const met = places.map((place) => ({ Code: this.#busy.has(place) ? 'TransactionConflict' : 'None' }));
    if (met.some(({ Code }) => Code !== 'None')) {
      this.counts.conflicts += 1;
      await this.#time.sleep(READ_MS);
      throw cancelled(met, 'conflict');
    }
    for (const place of places) this.#busy.add(place);
    try {
      await this.#time.sleep(TRANSACTION_MS);
      const planned = writes.map((write, index) => this.#planned(write, places[index] ?? ''));
      if (!this.#throughput.take(this.#needs(planned, 2))) {
        this.counts.throttled += 1;
        throw cancelled(
          planned.map(() => ({ Code: 'ThrottlingError' })),
          'throttled',
        );
      }
      if (planned.some(({ isRefused }) => isRefused))
        throw cancelled(
          planned.map((one) => this.#reason(one)),
          'refused',
        );
      for (const { place, item } of planned) if (item) this.items.set(place, item);
      return {};
    } finally {
      for (const place of places) this.#busy.delete(place);
    }
  }

  #planned({ Put, Update }: TransactWriteItem, place: string): Planned {
    const write = Put ?? Update;
    if (!write) throw new Error('only puts and updates are simulated');
    const before = this.items.get(place) ?? {};
    const placeholders: Placeholders = {
      names: write.ExpressionAttributeNames ?? {},
      values: unmarshall(write.ExpressionAttributeValues ?? {}),
    };
    const isRefused =
      write.ConditionExpression !== undefined && !holds(write.ConditionExpression, before, placeholders);
    const item = Put
      ? unmarshall(Put.Item ?? {})
      : { ...unmarshall(Update?.Key ?? {}), ...updated(Update?.UpdateExpression ?? '', before, placeholders) };
    return { place, item, isRefused };
  }

  #reason({ place, isRefused }: Planned): CancellationReason {
    const item = this.items.get(place);
    return isRefused ? { Code: 'ConditionalCheckFailed', ...(item && { Item: marshalled(item) }) } : { Code: 'None' };
  }

  /** Units by partition: those of a plain write, in a transaction twice, and one for each entry that comes into an index's partition or leaves it. */
  #needs(planned: readonly Planned[], times: 1 | 2): Map<string, number> {
    const needs = new Map<string, number>();
    const add = (partition: string, units: number) => needs.set(partition, (needs.get(partition) ?? 0) + units);
    for (const { place, item = {} } of planned) {
      const before = this.items.get(place) ?? {};
      add(`table ${item['pk']}`, times * Math.max(1, Math.ceil(itemBytes(marshalled(item)) / 1024)));
      for (const index of INDEXES) {
        const [from, to] = [before, item].map((image) => partitionOf(index, image));
        if (from === to) continue;
        if (from !== undefined) add(from, 1);
        if (to !== undefined) add(to, 1);
      }
    }
    return needs;
  }
}

const marshalled = (item: Item) => marshall(item, { removeUndefinedValues: true });
function partitionOf(index: readonly string[], item: Item): string | undefined {
  const values = index.map((attribute) => item[attribute]);
  return values.includes(undefined) ? undefined : `${index} ${values}`;
}
const placeOf = ({ pk, sk }: Item) => `${pk}\n${sk}`;

function cancelled(CancellationReasons: CancellationReason[], message: string): TransactionCanceledException {
  return new TransactionCanceledException({ CancellationReasons, message, $metadata: {} });
}
