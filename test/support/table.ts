import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, inject } from 'vitest';
import { Table } from '../../functions/adapters/dynamodb/table.ts';
import { createTable } from '../../local/create-table.ts';
import { TABLE_WITHOUT_STREAM } from './table-without-stream.ts';

export interface TestTable {
  readonly client: DynamoDBClient;
  readonly name: string;
  readonly table: Table;
}

/** A table of its own for a test file, on the real DynamoDB Local. */
export function useTable(): TestTable {
  const address = inject('dynamodb');
  const name = `test-${randomUUID()}`;
  const client = new DynamoDBClient({
    endpoint: `http://${address}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  beforeAll(() => createTable(address, { ...TABLE_WITHOUT_STREAM, TableName: name }));
  afterAll(() => client.destroy());
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { client, name, table: new Table({ client, tableName: name, pause }) };
}
