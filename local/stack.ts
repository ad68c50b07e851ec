import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PROVIDERS } from '../contract/providers.ts';
import { Table } from '../functions/adapters/dynamodb/table.ts';
import { apiTokenOf } from '../functions/domain/access/tokens.ts';
import { functionNames } from '../infra/functions.ts';
import { buildWeb } from '../tools/build-web.ts';
import { configureBroker } from './broker/configure.ts';
import { Certificates } from './certificates.ts';
import { createTable, TABLE_NAME } from './create-table.ts';
import { DEMO_TENANTS } from './demo/demo-data.ts';
import { writeDemoTenant } from './demo/write-demo-data.ts';
import { buildLambdas } from './lambda/build.ts';
import { eventSources, gateway, iot, lambda, scheduler } from './parts/cloud.ts';
import { REGION } from './parts/environment.ts';
import { joinBox } from './parts/join-box.ts';
import { edge, modem } from './parts/office.ts';
import { broker, dynamodb, files, mail, queues, temporaryFolderOf } from './parts/servers.ts';
import type { StackSettings } from './parts/settings.ts';
import { webProvider } from './parts/web-providers.ts';
import { HOST } from './ports.ts';
import { lockFolder } from './supervisor/lock.ts';
import { Supervisor } from './supervisor/supervisor.ts';

export interface RunningStack {
  readonly supervisor: Supervisor;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** hears every line that a part prints */
  readonly onLine?: ((part: string, line: string) => void) | undefined;
  /** ends the stack, also while it starts */
  readonly signal?: AbortSignal;
}

/**
 * Starts every part and resolves when all are ready: the table answers, queues, broker and gateway too, and the agent in the
 * office and the cloud have heard each other.
 */
export async function startStack(settings: StackSettings, options: StartOptions = {}): Promise<RunningStack> {
  const { folder } = settings;
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  const supervisor = new Supervisor({ folder, ...(options.onLine ? { onLine: options.onLine } : {}) });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= supervisor.stop().then(unlock);
    return stopped;
  };
  options.signal?.addEventListener('abort', stop);
  try {
    await startParts(settings, supervisor);
    return { supervisor, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(settings: StackSettings, supervisor: Supervisor): Promise<void> {
  const { folder, ports } = settings;
  // DynamoDB Local makes no folder itself
  await rm(temporaryFolderOf(settings), { recursive: true, force: true });
  await Promise.all(
    [join(folder, 'dynamodb'), temporaryFolderOf(settings)].map((path) => mkdir(path, { recursive: true })),
  );
  const bundles = settings.builtFunctions ?? join(folder, 'functions');
  const certificates = new Certificates(join(folder, 'certificates'));
  const tableServer = Promise.all([
    supervisor.add(dynamodb(settings)),
    supervisor.add(queues(settings)),
    supervisor.add(mail(settings)),
    supervisor.add(files(settings)),
  ]);
  const { file, cloudPassword } = await configureBroker({
    folder: join(folder, 'broker'),
    port: ports.broker,
    cloudPort: ports['broker-cloud'],
    certificates: await certificates.broker(),
  });
  const brokerServer = Promise.all([
    supervisor.add(broker(settings, file)),
    supervisor.add(iot(settings, cloudPassword)),
  ]);
  const [webApp] = await Promise.all([
    buildWeb(),
    settings.builtFunctions ?? buildLambdas(bundles),
    tableServer.then(() => fillTable(settings)),
    brokerServer,
  ]);

  const functions = functionNames.map((name) => supervisor.add(lambda(settings, name, bundles)));
  const api = supervisor.add(gateway(settings, webApp));
  const others = [eventSources, scheduler, modem].map((part) => supervisor.add(part(settings)));
  others.push(...PROVIDERS.map((name) => supervisor.add(webProvider(settings, name))));
  await Promise.all([...functions, ...others, api.then(() => startOffice(settings, supervisor))]);
}

async function startOffice(settings: StackSettings, supervisor: Supervisor): Promise<void> {
  const [{ tenantId, box, apiToken }] = DEMO_TENANTS;
  const { boxId } = box;
  await joinBox(settings, { boxId, apiToken: apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret) });
  await supervisor.add(await edge(settings, { tenantId, boxId }));
}

async function fillTable({ ports }: StackSettings): Promise<void> {
  const address = `${HOST}:${ports.dynamodb}`;
  await createTable(address);
  const client = new DynamoDBClient({
    endpoint: `http://${address}`,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const table = new Table({ client, tableName: TABLE_NAME, pause: (round) => pause(10 * 2 ** round) });
  await Promise.all(DEMO_TENANTS.map((demo) => writeDemoTenant(table, demo, `${HOST}:${ports.gateway}`)));
  client.destroy();
}
