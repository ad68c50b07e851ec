import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { TABLE_NAME } from '../../../local/create-table.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { Canaries } from '../../support/canaries.ts';
import { plantingBrowser } from '../../support/canary-run/planting-browser.ts';
import { PERSONAL, wholeRun } from '../../support/canary-run/whole-run.ts';
import { type HttpProxy, startHttpProxy } from '../../support/proxies/http-proxy.ts';
import { type Stack, startStack } from '../../support/stack/start-stack.ts';

const [{ tenantId, slug, apiToken }] = DEMO_TENANTS;
const ASKING = [
  'api-login',
  'api-access',
  'api-portal',
  'api-directory',
  'api-hirers',
  'api-messaging',
  'after',
  'event-sources',
] as const;

/** The stack starts, and then twenty mails and hashes come one after the other. */
const RUN_WITHIN_MILLISECONDS = 300_000;

const canaries = new Canaries();
let stack: Stack;
let table: HttpProxy;
let queues: HttpProxy;
let dynamodb: DynamoDBClient;
let answers: string[];

beforeAll(async () => {
  stack = await startStack({
    async addresses(direct) {
      table = await startHttpProxy(direct.dynamodb);
      queues = await startHttpProxy(direct.queues);
      return Object.fromEntries(ASKING.map((part) => [part, { dynamodb: table.address, queues: queues.address }]));
    },
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  dynamodb = new DynamoDBClient({
    endpoint: `http://${stack.addresses.dynamodb}`,
    region: 'eu-central-1',
    credentials,
  });
  const authorization = `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}`;
  const api = createClient({ baseUrl: stack.url, fetch, headers: { authorization } });
  const browser = plantingBrowser({ canaries, url: stack.url, mail: stack.addresses.mail, tenant: slug });
  answers = await wholeRun(browser, api);
}, RUN_WITHIN_MILLISECONDS);
afterAll(async () => {
  dynamodb.destroy();
  await stack.stop();
  await Promise.all([table.close(), queues.close()]);
});

async function logs(): Promise<Record<string, string>> {
  const folder = join(stack.stateFolder, 'logs');
  const files = await readdir(folder);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [`log ${file}`, await readFile(join(folder, file), 'utf8')] as const)),
  );
}

async function rows(): Promise<string> {
  const found: string[] = [];
  for await (const { Items = [] } of paginateScan(
    { client: dynamodb },
    { TableName: TABLE_NAME, ConsistentRead: true },
  ))
    found.push(...Items.map((item) => JSON.stringify(unmarshall(item))));
  return found.join('\n');
}

/** Wherever a secret could come to rest or pass by, the delivered mail aside. */
async function everywhere(): Promise<Record<string, string>> {
  return {
    ...(await logs()),
    'the table': await rows(),
    // also what was written and removed again, and so every record of the stream
    'calls of the table': table.requests.map(({ body }) => body).join('\n'),
    'calls of the queues': queues.requests.map(({ body }) => body).join('\n'),
    'answers to staff': answers.join('\n'),
  };
}

describe('after a whole run of logins', () => {
  it('A3 S6 no password, code, token or answer is anywhere but in the mail that delivered it', async () => {
    const secrets = canaries.names.filter((name) => !PERSONAL.includes(name));
    expect(secrets.length).toBeGreaterThan(40);
    const places = await everywhere();
    for (const place of [
      'log api-login.log',
      'log after.log',
      'the table',
      'calls of the table',
      'calls of the queues',
    ])
      expect(places[place]?.length, place).toBeGreaterThan(0);
    expect(canaries.seenIn(places, secrets)).toEqual([]);
  });

  it('S6 no phone number, mail address, name or text is in a log', async () => {
    expect(canaries.seenIn(await logs(), PERSONAL)).toEqual([]);
  });

  it('A3 S6 it would be found: one that is planted in each kind of place', async () => {
    await appendFile(join(stack.stateFolder, 'logs', 'api-login.log'), '{"event":"Zeven Gele Vogels/Fluiten"}\n');
    const Item = { pk: { S: 'planted' }, sk: { S: Buffer.from('xSnorremans Pluizebol').toString('base64') } };
    await dynamodb.send(new PutItemCommand({ TableName: TABLE_NAME, Item }));
    answers.push(
      JSON.stringify({ link: `https://x.example/?p=${encodeURIComponent('Negen#Zwarte Kraaien?Krassen')}` }),
    );
    const seen = canaries.seenIn(await everywhere());
    expect(seen).toEqual(
      expect.arrayContaining([
        'own password in log api-login.log',
        'verification answer in the table',
        'recovered password in answers to staff',
      ]),
    );
  });

  it.each(['as it is', 'in a text of JSON', 'in a link', 'in base64'])(
    'A3 S6 each kind of secret would be found in a line of a log, %s',
    (how) => {
      const written = (secret: string) =>
        how === 'in a link'
          ? `https://x.example/#${encodeURIComponent(secret)}`
          : how === 'in base64' && !/^\d+$/.test(secret)
            ? Buffer.from(`x${secret}`).toString('base64')
            : how === 'in a text of JSON'
              ? JSON.stringify({ event: secret })
              : secret;
      const lines = Object.fromEntries(
        canaries.names.map((name) => [`a line with the ${name}`, written(canaries.secretOf(name))]),
      );
      const seen = canaries.seenIn(lines);
      for (const name of canaries.names) expect(seen).toContain(`${name} in a line with the ${name}`);
    },
  );
});
