import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, inject } from 'vitest';
import { Table } from '../../functions/adapters/dynamodb/table.ts';
import { createTable, TABLE } from '../../local/create-table.ts';

export interface TestTable {
  readonly client: DynamoDBClient;
  readonly name: string;
  readonly table: Table;
}

/** Without its stream: DynamoDB Local looks after the shards of every stream all the time, more than it works for the tests. */
const { StreamSpecification: _stream, ...WITHOUT_STREAM } = TABLE;

/** A table of its own for a test file, on the real DynamoDB Local. */
export function useTable(): TestTable {
  const address = inject('dynamodb');
  const name = `test-${randomUUID()}`;
  const client = new DynamoDBClient({
    endpoint: `http://${address}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  beforeAll(() => createTable(address, { ...WITHOUT_STREAM, TableName: name }));
  afterAll(() => client.destroy());
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { client, name, table: new Table({ client, tableName: name, pause }) };
}
