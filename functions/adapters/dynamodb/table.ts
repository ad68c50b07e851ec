import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Change, type Condition, Expression } from './condition.ts';
import { type Retry, withRetry } from './retry.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}
export type Item = Record<string, unknown>;

export type Write =
  | { readonly put: Key & Item; readonly condition?: Condition }
  | { readonly update: Key; readonly change: Change; readonly condition?: Condition }
  | { readonly delete: Key; readonly condition?: Condition };

/**
 * What became of a write: done, or refused by a condition and nothing changed. `refused` has at the place of each
 * refusing write the item that stood there (empty: there was none), and undefined at the others'.
 */
export type WriteResult =
  | { readonly done: true }
  | { readonly done: false; readonly refused: readonly (Item | undefined)[] };

export interface Query {
  readonly index?:
    | 'byAudit'
    | 'byTenant'
    | 'byRecipient'
    | 'byState'
    | 'bySender'
    | 'byRoute'
    | 'byBatch'
    | 'byTemplate'
    | 'byRecord'
    | 'byEvent'
    | 'workQueue';
  readonly partition: Readonly<Record<string, string>>;
  readonly sort?: { readonly attribute: string } & (
    | { readonly beginsWith: string }
    | { readonly below: string }
    | { readonly from: string; readonly to: string }
  );
  readonly newestFirst?: boolean;
  readonly limit: number;
  readonly after?: Item;
  /** an index is never consistent */
  readonly consistent?: boolean;
}
export interface Page {
  readonly items: readonly Item[];
  readonly next?: Item;
}

/** At most this many keys in one BatchGetItem (DynamoDB's limit). */
export const BATCH_GET_LIMIT = 100;

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });
const marshalled = (item: object) => marshall(item, { removeUndefinedValues: true });
const placeholders = ({ names, values }: Expression) => ({
  ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
  ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: marshalled(values) }),
});

export interface TableDependencies extends Retry {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

/** The one table. Reads give plain items, writes are data; repositories turn both into the domain's words. */
export class Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;
  readonly #retry: Retry;

  constructor({ client, tableName, ...retry }: TableDependencies) {
    this.#client = client;
    this.#name = tableName;
    this.#retry = retry;
  }

  async get(key: Key): Promise<Item | undefined> {
    const command = new GetItemCommand({ TableName: this.#name, Key: marshalled(keyOf(key)), ConsistentRead: true });
    const { Item } = await withRetry(this.#retry, () => this.#client.send(command));
    return Item && unmarshall(Item);
  }

  /** In the order of the keys; undefined where there is no item. At most 100 keys. */
  async batchGet(keys: readonly Key[], { consistent = true } = {}): Promise<(Item | undefined)[]> {
    const found = new Map<string, Item>();
    const place = (key: Partial<Key>) => `${key.pk}\n${key.sk}`;
    const wanted = new Map(keys.map((key) => [place(key), marshalled(keyOf(key))]));
    let open = [...wanted.values()];
    for (let round = 0; open.length > 0; round++) {
      if (round > 0) await this.#retry.pause(round);
      const command = new BatchGetItemCommand({
        RequestItems: { [this.#name]: { Keys: open, ConsistentRead: consistent } },
      });
      const { Responses, UnprocessedKeys } = await withRetry(this.#retry, () => this.#client.send(command));
      for (const raw of Responses?.[this.#name] ?? []) {
        const item = unmarshall(raw);
        found.set(place(item), item);
      }
      open = UnprocessedKeys?.[this.#name]?.Keys ?? [];
    }
    return keys.map((key) => found.get(place(key)));
  }

  async query({ index, partition, sort, newestFirst = false, limit, after, consistent = false }: Query): Promise<Page> {
    const expression = new Expression();
    const terms = Object.entries(partition).map(
      ([name, value]) => `${expression.name(name)} = ${expression.value(value)}`,
    );
    if (sort) {
      const name = expression.name(sort.attribute);
      if ('beginsWith' in sort) terms.push(`begins_with(${name}, ${expression.value(sort.beginsWith)})`);
      else if ('below' in sort) terms.push(`${name} < ${expression.value(sort.below)}`);
      else terms.push(`${name} BETWEEN ${expression.value(sort.from)} AND ${expression.value(sort.to)}`);
    }
    const command = new QueryCommand({
      TableName: this.#name,
      KeyConditionExpression: terms.join(' AND '),
      ...placeholders(expression),
      ScanIndexForward: !newestFirst,
      Limit: limit,
      ...(index && { IndexName: index }),
      ...(after && { ExclusiveStartKey: marshalled(after) }),
      ...(consistent && { ConsistentRead: true }),
    });
    const { Items = [], LastEvaluatedKey } = await withRetry(this.#retry, () => this.#client.send(command));
    return {
      items: Items.map((item) => unmarshall(item)),
      ...(LastEvaluatedKey && { next: unmarshall(LastEvaluatedKey) }),
    };
  }

  /** How many there are, up to `limit`. It reads them all, a page of 1 MB after the other, and sends none. */
  async count({ index, partition, limit }: Pick<Query, 'index' | 'partition' | 'limit'>): Promise<number> {
    const expression = new Expression();
    const terms = Object.entries(partition).map(
      ([name, value]) => `${expression.name(name)} = ${expression.value(value)}`,
    );
    const input = {
      TableName: this.#name,
      KeyConditionExpression: terms.join(' AND '),
      ...placeholders(expression),
      ...(index && { IndexName: index }),
    };
    let found = 0;
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const command = new QueryCommand({
        ...input,
        Select: 'COUNT',
        Limit: limit - found,
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      });
      const { Count = 0, LastEvaluatedKey } = await withRetry(this.#retry, () => this.#client.send(command));
      found += Count;
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey && found < limit);
    return found;
  }

  /**
   * All of the writes or none; several are one transaction (at most 100 items), a single one costs half of that.
   * A write whose answer was lost may have happened: its condition has to make a repetition harmless.
   */
  async write(...writes: readonly [Write, ...Write[]]): Promise<WriteResult> {
    try {
      await withRetry(this.#retry, () => (writes.length === 1 ? this.#writeOne(writes[0]) : this.#transact(writes)));
      return { done: true };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException)
        return { done: false, refused: [unmarshall(error.Item ?? {})] };
      if (!(error instanceof TransactionCanceledException)) throw error;
      const refused = (error.CancellationReasons ?? []).map(({ Code, Item }) =>
        Code === 'ConditionalCheckFailed' ? unmarshall(Item ?? {}) : undefined,
      );
      if (!refused.some(Boolean)) throw error;
      return { done: false, refused };
    }
  }

  #transact(writes: readonly Write[]): Promise<unknown> {
    const TransactItems = writes.map((write): TransactWriteItem => {
      if ('put' in write) return { Put: this.#put(write) };
      if ('update' in write) return { Update: this.#update(write) };
      return { Delete: this.#delete(write) };
    });
    return this.#client.send(new TransactWriteItemsCommand({ TransactItems }));
  }

  #writeOne(write: Write): Promise<unknown> {
    if ('put' in write) return this.#client.send(new PutItemCommand(this.#put(write)));
    if ('update' in write) return this.#client.send(new UpdateItemCommand(this.#update(write)));
    return this.#client.send(new DeleteItemCommand(this.#delete(write)));
  }

  #put({ put, condition }: Extract<Write, { put: unknown }>) {
    const expression = new Expression();
    return { Item: marshalled(put), ...this.#conditional(expression, condition) };
  }

  #update({ update, change, condition }: Extract<Write, { update: unknown }>) {
    const expression = new Expression();
    const UpdateExpression = expression.change(change);
    return { Key: marshalled(keyOf(update)), UpdateExpression, ...this.#conditional(expression, condition) };
  }

  #delete({ delete: key, condition }: Extract<Write, { delete: unknown }>) {
    const expression = new Expression();
    return { Key: marshalled(keyOf(key)), ...this.#conditional(expression, condition) };
  }

  #conditional(expression: Expression, condition: Condition | undefined) {
    return {
      TableName: this.#name,
      ...(condition && {
        ConditionExpression: expression.condition(condition),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      }),
      ...placeholders(expression),
    };
  }
}
