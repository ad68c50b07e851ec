import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { createTable } from '../../../local/create-table.ts';
import { agencyWithBatches } from '../../support/batches/agency.ts';
import { startDynamoDb } from '../../support/dynamodb-server.ts';
import { startBucket } from '../../support/files/bucket.ts';
import { loadFunctions, NOBODY } from '../../support/functions.ts';
import { TABLE_WITHOUT_STREAM } from '../../support/table-without-stream.ts';
import { withoutLogs } from '../without-logs.ts';
import { bundle } from './bundle.ts';
import { OwnProcess } from './own-process.ts';

/** A table, a bucket and the functions of the API on them. Processes that are started afterwards find them through their environment. */
export async function install() {
  await using parts = new AsyncDisposableStack();
  const { address, stop } = await startDynamoDb({ longLived: true });
  parts.defer(stop);
  const tableName = 'large';
  await createTable(address, { ...TABLE_WITHOUT_STREAM, TableName: tableName });
  const bucket = await startBucket();
  parts.defer(() => bucket.close());
  const functions = await loadFunctions(tableName, `http://${address}`, NOBODY, NOBODY, NOBODY, bucket.endpoint);
  const client = new DynamoDBClient({}); // where loadFunctions has set the environment to
  parts.defer(() => client.destroy());
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  const table = new Table({ client, tableName, pause });
  const folder = await mkdtemp(join(tmpdir(), 'heraut-bench-'));
  parts.defer(() => rm(folder, { recursive: true }));
  const programs = new Map<string, Promise<string>>();
  const kept = parts.move();
  return {
    ...{ client, table, tableName, bucket },
    /** With so many credits, and what the API does for it. */
    async agency(credits: number) {
      const agency = await agencyWithBatches(functions, table, credits);
      const { ask, uploaded, accept, stop, find } = agency;
      return {
        ...agency,
        ...{ ask: quiet(ask), uploaded: quiet(uploaded), accept: quiet(accept), stop: quiet(stop), find: quiet(find) },
      };
    },
    /** Starts a program (.ts) in a process of its own. */
    async start(program: string, job: object): Promise<OwnProcess> {
      const bundled = programs.get(program) ?? bundle(program, folder);
      programs.set(program, bundled);
      return new OwnProcess(await bundled, job);
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
export type Installation = Awaited<ReturnType<typeof install>>;
export type LargeAgency = Awaited<ReturnType<Installation['agency']>>;

const quiet =
  <A extends readonly unknown[], R>(act: (...given: A) => Promise<R>) =>
  (...given: A) =>
    withoutLogs(() => act(...given));
