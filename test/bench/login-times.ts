import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { routes } from '../../contract/routes/index.ts';
import { Table } from '../../functions/adapters/dynamodb/table.ts';
import { TRIES } from '../../functions/domain/access/model.ts';
import { createTable } from '../../local/create-table.ts';
import { anAddress } from '../support/agency.ts';
import { startDynamoDb } from '../support/dynamodb-server.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { makePortal, type Portal } from '../support/portal.ts';
import { TABLE_WITHOUT_STREAM } from '../support/table-without-stream.ts';
import type { Misses } from './misses.ts';
import { quantile } from './quantile.ts';
import { withoutLogs } from './without-logs.ts';

const ACCOUNTS = 200;
/** Between the slowest and the fastest median (A10). */
const GAP_AT_MOST = 0.1;

/** What is done to a fresh account before somebody tries to log in, and how they try. */
const KINDS: Readonly<Record<string, (portal: Portal, worker: Worker) => Promise<LoginData> | LoginData>> = {
  'unknown agency': (_, { loginName, password }) => ({ tenant: `no-${loginName.toLowerCase()}`, loginName, password }),
  'unknown login name': (_, { loginName, password }) => ({ loginName: `no-${loginName}`, password }),
  'wrong password': (_, { loginName }) => ({ loginName, password: 'not the password' }),
  'blocked by wrong passwords': async (portal, worker) => {
    for (let tries = 0; tries < TRIES; tries++) await portal.logIn(worker.loginName, 'not the password');
    return worker;
  },
  'blocked by staff': async (portal, worker) => {
    await portal.act(worker.workerId, 'block');
    return worker;
  },
  disabled: async (portal, worker) => {
    await portal.act(worker.workerId, 'disable');
    return worker;
  },
};
type Worker = Awaited<ReturnType<Portal['enabled']>>;
interface LoginData {
  readonly tenant?: string;
  readonly loginName: string;
  readonly password: string;
}

/** How long a login takes that is refused, by reason: 200 fresh accounts each, in turns, through the functions on DynamoDB Local. */
export async function loginTimes(): Promise<Misses> {
  const { address, stop } = await startDynamoDb();
  try {
    return report(await withoutLogs(() => measure(address)));
  } finally {
    await stop();
  }
}

async function measure(address: string): Promise<Map<string, number[]>> {
  const tableName = 'bench';
  await createTable(address, { ...TABLE_WITHOUT_STREAM, TableName: tableName });
  const functions = await loadFunctions(tableName, `http://${address}`);
  const client = new DynamoDBClient({}); // where loadFunctions has set the environment to
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  const portal = await makePortal(functions, new Table({ client, tableName, pause }));
  const logIn = ({ tenant = portal.slug, loginName, password }: LoginData) =>
    send(functions, routes.logIn, { address: anAddress(), body: { tenant, loginName, password } });
  const times = new Map<string, number[]>();
  for (let round = 0; round < ACCOUNTS; round++) {
    const prepared: [string, LoginData][] = [];
    for (const [kind, prepare] of Object.entries(KINDS))
      prepared.push([kind, await prepare(portal, await portal.enabled())]);
    // not always in the same order: what came before may tell in the time
    const first = round % prepared.length;
    for (const [kind, login] of [...prepared.slice(first), ...prepared.slice(0, first)]) {
      const begun = performance.now();
      const { status } = await logIn(login);
      const taken = performance.now() - begun;
      if (status !== 401) throw new Error(`${kind}: answered ${status}`);
      times.set(kind, [...(times.get(kind) ?? []), taken]);
    }
  }
  client.destroy();
  return times;
}

function report(times: ReadonlyMap<string, readonly number[]>): Misses {
  const medians = new Map([...times].map(([kind, taken]) => [kind, quantile(taken, 0.5)]));
  const fastest = Math.min(...medians.values());
  console.log('refused because               median ms   p90 ms   × fastest');
  const missed: string[] = [];
  for (const [kind, median] of medians) {
    const [middle, high] = [median.toFixed(1), quantile(times.get(kind) ?? [], 0.9).toFixed(1)];
    console.log(
      `${kind.padEnd(30)}${middle.padStart(9)}${high.padStart(9)}${(median / fastest).toFixed(3).padStart(12)}`,
    );
    if (median / fastest >= 1 + GAP_AT_MOST) missed.push(`${kind}: ${(median / fastest).toFixed(3)} × the fastest`);
  }
  return missed;
}
