import { randomUUID } from 'node:crypto';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Client, createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { TABLE_NAME } from '../../../local/create-table.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { Canaries } from '../../support/canaries.ts';
import type { StoredMail } from '../../support/mail-server.ts';
import { type HttpProxy, startHttpProxy } from '../../support/proxies/http-proxy.ts';
import { type Stack, startStack } from '../../support/stack/start-stack.ts';

const [{ tenantId, slug, apiToken }] = DEMO_TENANTS;
const ASKING = [
  'api-login',
  'api-access',
  'api-portal',
  'api-directory',
  'api-messaging',
  'after',
  'event-sources',
] as const;
const WITHIN = { timeout: 40_000, interval: 250 };
const PHONE = '+31687654321';
const MAIL_ADDRESS = 'kanarie.de.eerste@mail.example';
/** What is no secret to the agency's staff, and still stands in no log. */
const PERSONAL = ['phone', 'mail address', 'family name', 'chosen login name', 'text of an SMS'];

const canaries = new Canaries();
let stack: Stack;
let table: HttpProxy;
let queues: HttpProxy;
let dynamodb: DynamoDBClient;
let api: Client;
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
  api = createClient({ baseUrl: stack.url, fetch, headers: { authorization } });
  answers = await wholeRun();
});
afterAll(async () => {
  dynamodb.destroy();
  await stack.stop();
  await Promise.all([table.close(), queues.close()]);
});

/** A request without a login, or with the cookies of one. */
async function ask(method: string, path: string, body: unknown, cookies: readonly string[] = []) {
  const pairs = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  const browser = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin', ...(pairs && { cookie: pairs }) };
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...browser };
  const answer = await fetch(`${stack.url}${path}`, { method, headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, cookies: answer.headers.getSetCookie(), body: text ? JSON.parse(text) : undefined };
}

let logins = 0;
/** Logs in, or does what opens a session; plants what the browser then has. */
async function opened(answer: Awaited<ReturnType<typeof ask>>) {
  expect([200, 201]).toContain(answer.status);
  logins += 1;
  for (const [place, cookie] of answer.cookies.entries())
    canaries.plant(`cookie ${place} of login ${logins}`, cookie.split(';')[0]?.split('.').at(-1));
  return answer.cookies;
}
const logIn = (loginName: string, password: string) =>
  ask('POST', '/v1/session', { tenant: slug, loginName, password });

const read = new Set<string>();
/** What a pattern finds in a mail to this address that was not read before. */
async function inMail(address: string, pattern: RegExp): Promise<string[]> {
  return vi.waitFor(async () => {
    const { emails } = (await (await fetch(`http://${stack.addresses.mail}/store`)).json()) as { emails: StoredMail[] };
    const texts = emails
      .filter(({ destination }) => destination.to.includes(address))
      .map(({ body }) => body.text ?? '');
    const found = texts.map((text) => pattern.exec(text)).find((match) => match && !read.has(match[0]));
    if (!found) throw new Error(`no mail to ${address} with ${pattern}`);
    read.add(found[0]);
    return found.slice(1);
  }, WITHIN);
}
const LOGIN_DATA = /naam: (\S+)\n.*woord: (\S+)/i;

/** Everything that has to do with login data, once. Gives what the API answered of it to staff. */
async function wholeRun(): Promise<string[]> {
  const said: unknown[] = [];
  const { version, ...settings } = await api.getSettings();
  const mailSender = { name: 'De Brug', address: 'noreply@debrug.example' };
  const correspondence = { ...settings.correspondence, mailSender };
  said.push(await api.changeSettings({ version, body: { ...settings, correspondence } }));

  canaries.plant('phone', PHONE);
  canaries.plant('mail address', MAIL_ADDRESS);
  const { id: workerId } = await api.createWorker({
    body: {
      ...{ givenName: 'René', familyName: canaries.plant('family name', 'Kanarievogelsberg'), language: 'nl' },
      mailAddresses: [MAIL_ADDRESS],
      phones: [{ number: PHONE, mobile: true }],
    },
    idempotencyKey: randomUUID(),
  });
  const params = { workerId };
  const act = async (action: 'enable' | 'new-login-data' | 'block' | 'grant' | 'disable') => {
    if (action === 'enable' || action === 'new-login-data')
      said.push(await api.previewPortalMail({ params: { workerId, action }, body: {} }));
    said.push(await api.actOnPortalAccess({ params: { workerId, action }, body: {} }));
  };

  await act('enable');
  const [issuedName = '', issued] = await inMail(MAIL_ADDRESS, LOGIN_DATA);
  const first = await opened(await logIn(issuedName, canaries.plant('issued password', issued)));
  const own = {
    loginName: canaries.plant('chosen login name', 'kanarie.zingt'),
    password: canaries.plant('own password', 'Zeven Gele Vogels/Fluiten'),
  };
  await opened(await ask('PUT', '/v1/session/login-data', own, first));
  expect((await logIn(own.loginName, canaries.plant('wrong password', 'Acht+Grijze=Mussen Zwijgen'))).status).toBe(401);
  await act('block');
  await act('grant');

  const answer = canaries.plant('verification answer', 'Snorremans Pluizebol');
  said.push(await api.recordVerificationQuestion({ params, body: { question: 'Hoe heet uw vogel?', answer } }));
  const wrongAnswer = canaries.plant('wrong answer', 'Mopperkont Grijzebaard');
  said.push(await api.checkVerificationAnswer({ params, body: { answer: wrongAnswer } }));
  said.push(await api.checkVerificationAnswer({ params, body: { answer } }));
  said.push(await api.getVerificationQuestion({ params }));

  const { recoveryId } = (await ask('POST', '/v1/recoveries', { tenant: slug, account: own.loginName })).body;
  const [code] = await inMail(MAIL_ADDRESS, /: (\d{8})\n/);
  canaries.plant('recovery code', code);
  const recovery = `/v1/recoveries/${recoveryId}`;
  const { proof } = (await ask('POST', `${recovery}/code`, { tenant: slug, code })).body;
  canaries.plant('proof of the code', proof);
  expect((await ask('POST', `${recovery}/answer`, { tenant: slug, proof, answer })).body.right).toBe(true);
  const recovered = canaries.plant('recovered password', 'Negen#Zwarte Kraaien?Krassen');
  expect((await ask('PUT', `${recovery}/password`, { tenant: slug, proof, password: recovered })).status).toBe(204);
  await opened(await logIn(own.loginName, recovered));

  await act('new-login-data');
  canaries.plant('second issued password', (await inMail(MAIL_ADDRESS, LOGIN_DATA))[1]);
  await act('disable');

  const [{ employee }] = DEMO_TENANTS;
  const staff = await opened(await logIn(employee.loginName, employee.password));
  canaries.plant('password of the staff', employee.password);
  const token = await ask('POST', '/v1/api-tokens', { name: 'Kanarie', scopes: ['workers:read'] }, staff);
  canaries.plant('API token', token.body.token.split('.').at(-1));
  const colleague = { name: 'Kees Kanarie', language: 'nl', mailAddress: 'kees@debrug.example' } as const;
  const employees = '/v1/employees';
  const { id: employeeId } = (await ask('POST', employees, colleague, staff)).body;
  said.push((await ask('POST', `${employees}/${employeeId}/invitation`, undefined, staff)).body);
  const [invitation] = await inMail(colleague.mailAddress, /#(\S+)/);
  canaries.plant('invitation', invitation?.split('.').at(-1));
  expect((await ask('POST', '/v1/invitations/look', { token: invitation })).status).toBe(200);
  const invited = canaries.plant('invited password', 'Tien Bonte%Papegaaien&Praten');
  const acceptance = { token: invitation, loginName: 'kees.kanarie', password: invited };
  await opened(await ask('POST', '/v1/invitations/acceptance', acceptance));

  const text = canaries.plant('text of an SMS', 'Kom morgen fluitend om zes uur');
  await api.sendMessage({ body: { to: PHONE, text }, idempotencyKey: randomUUID() });
  said.push(await api.listWorkerNotifications({ params }), await api.getPortalAccess({ params }));
  return said.map((one) => JSON.stringify(one));
}

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
    expect(secrets.length).toBeGreaterThan(20);
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
});
