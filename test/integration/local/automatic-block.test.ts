import { randomUUID } from 'node:crypto';
import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { type Client, createClient } from '../../../contract/client.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { TABLE_NAME } from '../../../local/create-table.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import type { StoredMail } from '../../support/mail-server.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

const [{ tenantId, slug, apiToken }] = DEMO_TENANTS;
/** Milliseconds: a third try is left alone for five seconds, and a killed part takes some to come back. */
const WITHIN = { timeout: 40_000, interval: 250 };

let stack: SharedStack;
let api: Client;
let workers = 0;
beforeAll(async () => {
  stack = await sharedStack();
  api = createClient({
    baseUrl: stack.url,
    fetch,
    headers: { authorization: `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}` },
  });
  const { version, ...settings } = await api.getSettings();
  const mailSender = { name: 'De Brug', address: 'noreply@debrug.example' };
  await api.changeSettings({
    version,
    body: { ...settings, correspondence: { ...settings.correspondence, mailSender } },
  });
});

/** A worker with an own login. */
async function worker() {
  workers += 1;
  const mailAddress = `worker${workers}@mail.example`;
  const { id: workerId } = await api.createWorker({
    body: { givenName: 'René', familyName: `Blok${workers}`, language: 'nl', mailAddresses: [mailAddress] },
    idempotencyKey: randomUUID(),
  });
  const { access } = await api.actOnPortalAccess({ params: { workerId, action: 'enable' }, body: {} });
  return { workerId, mailAddress, loginName: access.loginName ?? '' };
}

async function guess(loginName: string): Promise<void> {
  for (let round = 0; round < 3; round++) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ tenant: slug, loginName, password: `fout ${round}` });
    expect((await fetch(`${stack.url}/v1/session`, { method: 'POST', headers, body })).status).toBe(401);
  }
}

async function file(workerId: string) {
  const { items } = await api.listWorkerNotifications({ params: { workerId } });
  return items.map(({ kind, by, mail }) => [kind, by, mail].join(' '));
}
const BLOCKED = ['portal-access-auto-block system sent', expect.stringMatching(/^portal-access-enable tok_\w+ sent$/)];

async function mailsTo(address: string): Promise<string[]> {
  const { emails } = (await (await fetch(`http://${stack.addresses.mail}/store`)).json()) as { emails: StoredMail[] };
  return emails.filter(({ destination }) => destination.to.includes(address)).map(({ subject }) => subject);
}
const MAILED = [
  'Uw account bij Uitzendbureau De Brug is geactiveerd',
  'De toegang tot uw account bij Uitzendbureau De Brug is geblokkeerd',
];

it('E1-4 three wrong passwords are mailed to the worker and noted in the file, once', async () => {
  const { workerId, mailAddress, loginName } = await worker();
  await guess(loginName);
  await expect.poll(() => file(workerId), WITHIN).toEqual(BLOCKED);
  expect(await mailsTo(mailAddress)).toEqual(MAILED);
  expect(await api.getPortalAccess({ params: { workerId } })).toMatchObject({ status: 'blocked', cause: 'auto' });
});

it('E1-4 is told though everything between is killed: the reader of the stream keeps its place, and the function is called again', async () => {
  const { workerId, mailAddress, loginName } = await worker();
  await stack.keepDown('event-sources');
  await guess(loginName);
  await stack.restart('event-sources');
  await stack.kill('after');
  await expect.poll(() => file(workerId), WITHIN).toEqual(BLOCKED);
  expect(await mailsTo(mailAddress)).toEqual(MAILED);
});

it('S4 a change that nothing can follow from is given up after its tries, and holds up no other', async () => {
  const region = 'eu-central-1';
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const table = new DynamoDBClient({ endpoint: `http://${stack.addresses.dynamodb}`, region, credentials });
  const sqs = new SQSClient({
    endpoint: `http://${stack.addresses.queues}`,
    region,
    credentials,
    useQueueUrlAsEndpoint: false,
  });
  const key = keys.login(tenantId, 'unreadable');
  await table.send(
    new PutItemCommand({
      TableName: TABLE_NAME,
      Item: marshall({ ...key, type: 'login', personId: 'wrk_of-nobody', tries: 2 }),
    }),
  );
  await table.send(
    new UpdateItemCommand({
      TableName: TABLE_NAME,
      Key: marshall(key),
      UpdateExpression: 'SET tries = :three',
      ExpressionAttributeValues: marshall({ ':three': 3 }),
    }),
  );
  const { workerId, loginName } = await worker();
  await guess(loginName);
  await expect.poll(() => file(workerId), WITHIN).toEqual(BLOCKED);
  const QueueUrl = `http://${stack.addresses.queues}/000000000000/after-dlq`;
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  expect(Messages.map(({ Body }) => JSON.parse(Body ?? '{}'))).toEqual([
    expect.objectContaining({ DDBStreamBatchInfo: expect.objectContaining({ batchSize: 1 }) }),
  ]);
  expect(JSON.stringify(Messages)).not.toContain('unreadable');
  table.destroy();
  sqs.destroy();
});
