import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callbackRoutes } from '../../contract/routes/callbacks.ts';
import { inboundRoutes } from '../../contract/routes/inbound.ts';
import { messagingRoutes } from '../../contract/routes/messaging.ts';
import { providerRoutes } from '../../contract/routes/providers.ts';
import { MessageRepository } from '../../functions/adapters/dynamodb/message-repository.ts';
import { ProviderAccountRepository } from '../../functions/adapters/dynamodb/provider-account-repository.ts';
import { callIdOf } from '../../functions/domain/messaging/providers/model.ts';
import { DEMO_SMSAPI } from '../../local/demo/provider-accounts.ts';
import { smsapi } from '../../local/smsapi/smsapi.ts';
import { serveProvider } from '../../local/web-provider/server.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, NOBODY, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name, client } = useTable();
const folder = mkdtempSync(join(tmpdir(), 'heraut-provider-'));
let provider: Server;
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  provider = serveProvider(smsapi, folder, 0);
  await once(provider, 'listening');
  const url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  functions = await loadFunctions(name, undefined, NOBODY, NOBODY, url);
});
afterAll(() => {
  provider.close();
  rmSync(folder, { recursive: true });
});

const params = { provider: 'smsapi' };
const good = { credentials: { token: DEMO_SMSAPI.token } };

async function setUp() {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 10, at: new Date() });
  const { token } = await agency.apiToken(['settings:manage', 'messages:send', 'messages:read']);
  const headers = { authorization: `Bearer ${token}` };
  const ask = (route: Parameters<typeof send>[1], input: Parameters<typeof send>[2] = {}) =>
    send(functions, route, { ...input, headers: { ...headers, ...input?.headers } });
  const save = () => ask(providerRoutes.saveProviderAccount, { params, body: good });
  const post = (body: object) =>
    ask(messagingRoutes.sendMessage, {
      body: { to: '0612345678', text: 'Goedemorgen', ...body },
      headers: { 'idempotency-key': newId('key') },
    });
  /** A message that SMSAPI is being asked to send; its id as SMSAPI knows it. */
  async function calling() {
    const { body } = await post({ route: 'smsapi' });
    const messages = new MessageRepository(table);
    const message = await messages.find(tenantId, body.id);
    if (!message) throw new Error('the message is gone');
    const at = new Date();
    const call = { attempt: 1, provider: 'smsapi' as const, since: at.toISOString(), looks: 1 };
    await messages.step(message, { to: 'calling', at, bookedAt: at, call, lookAt: at });
    return { messageId: body.id as string, callId: callIdOf(body.id, 1) };
  }
  const stateOf = async (messageId: string) => (await ask(messagingRoutes.getMessage, { params: { messageId } })).body;
  return { tenantId, ask, save, post, calling, stateOf };
}

const secretOf = (address: string) => address.slice(address.lastIndexOf('/') + 1);

describe('an account with a web provider', () => {
  it('E3-1 is stored once the provider has said that it is good, and is shown by its end alone', async () => {
    const { tenantId, ask, save } = await setUp();
    const body = { credentials: { token: 'a-wrong-token' } };
    expect(await ask(providerRoutes.saveProviderAccount, { params, body })).toMatchObject({
      status: 422,
      body: { code: 'provider-account-refused' },
    });
    expect((await ask(providerRoutes.getProviderAccount, { params })).status).toBe(404);
    expect(await save()).toMatchObject({ status: 200, body: { credentials: '********oken', perSecond: 10 } });
    const { body: listed } = await ask(providerRoutes.listProviderAccounts);
    expect(listed.items).toMatchObject([{ provider: 'smsapi' }]);
    const { Items } = await client.send(new ScanCommand({ TableName: name }));
    expect(JSON.stringify(Items)).toContain(tenantId);
    expect(JSON.stringify(Items)).not.toContain(DEMO_SMSAPI.token);
    expect(JSON.stringify(listed)).not.toContain(DEMO_SMSAPI.token);
  });

  it('E3-1 tells what is left on it', async () => {
    const { ask, save } = await setUp();
    await save();
    expect(await ask(providerRoutes.getProviderBalance, { params })).toMatchObject({
      status: 200,
      body: { balance: 100 },
    });
  });

  it.each([
    ['smsapi', { credentials: { username: 'a', password: 'b' } }],
    ['websms', { credentials: { token: 'a' }, house: 'pl' }],
    ['smsapi', { credentials: { token: 'a b' } }],
    ['smsapi', { ...good, perSecond: 101 }],
  ])('%s refuses what it does not take: %j', async (one, body) => {
    const { ask } = await setUp();
    const refused = await ask(providerRoutes.saveProviderAccount, { params: { provider: one }, body });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('is part of the order of routes only while it is there, and goes with everything that it holds', async () => {
    const { tenantId, ask, save, post } = await setUp();
    const routing = (...routes: string[]) => ask(providerRoutes.changeRouting, { body: { routes } });
    expect(await routing('modem', 'smsapi')).toMatchObject({ status: 422, body: { code: 'provider-not-set-up' } });
    expect(await post({ route: 'smsapi' })).toMatchObject({ status: 422, body: { code: 'provider-not-set-up' } });
    await save();
    expect((await routing('modem', 'smsapi')).status).toBe(200);
    expect((await ask(providerRoutes.getRouting)).body).toEqual({ routes: ['modem', 'smsapi'] });
    expect((await ask(providerRoutes.removeProviderAccount, { params })).body.code).toBe('still-in-use');
    await routing('modem');
    expect((await ask(providerRoutes.removeProviderAccount, { params })).status).toBe(204);
    expect((await ask(providerRoutes.getProviderAccount, { params })).status).toBe(404);
    const [left] = await new ProviderAccountRepository(table).list(tenantId);
    expect(left).toMatchObject({ sealed: '', callback: { hash: '', sealed: '' } });
  });

  it('whose route is paused says why in the reader’s language, until somebody resumes it', async () => {
    const { tenantId, ask, save } = await setUp();
    await save();
    const pause = { reason: 'no-balance', code: '103', since: new Date().toISOString() } as const;
    const accounts = new ProviderAccountRepository(table);
    const { sealed = '' } = (await accounts.find({ tenantId, provider: 'smsapi' })) ?? {};
    await accounts.note({ tenantId, provider: 'smsapi', sealed }, 1, pause);
    const { body } = await ask(providerRoutes.getProviderAccount, { params, headers: { 'accept-language': 'pl' } });
    expect(body.pause).toMatchObject({
      reason: 'no-balance',
      inWords: 'Na koncie u dostawcy nie ma już środków. Doładuj je tam. (SMSAPI 103)',
    });
    expect((await ask(providerRoutes.resumeProvider, { params })).body.pause).toBeUndefined();
  });
});

describe('a message by a web provider', () => {
  it('E3-1 says by which route it goes, and waits in the lane of that', async () => {
    const { ask, save, post, stateOf } = await setUp();
    await save();
    const { body: byModem } = await post({});
    expect(await stateOf(byModem.id)).toMatchObject({ route: 'modem' });
    await ask(providerRoutes.changeRouting, { body: { routes: ['smsapi', 'modem'] } });
    const { body: byProvider } = await post({});
    expect(await stateOf(byProvider.id)).toMatchObject({ route: 'smsapi', state: 'accepted' });
  });
});

describe('a callback', () => {
  const report = (token: string, query: Record<string, string>) =>
    send(functions, callbackRoutes.takeSmsapiReports, { params: { token }, query });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const inbound = (token: string, sms: Record<string, string>) =>
    send(functions, callbackRoutes.takeSmsapiMessage, {
      params: { token },
      headers: form,
      body: new URLSearchParams(sms).toString(),
    });

  it('S16 B3 moves messages by lists of reports, doubled and out of order, and is answered as SMSAPI wants', async () => {
    const { save, calling, stateOf } = await setUp();
    const token = secretOf((await save()).body.callbackAddress);
    const [one, two] = [await calling(), await calling()];
    const query = {
      MsgId: 'M1,M2,M1,M3',
      status: '404,406,403,401',
      idx: `${one.callId},${two.callId},${one.callId},nonsense`,
      donedate: '1795320000,1795320001,1795319999,1795320002',
    };
    for (let time = 0; time < 2; time += 1) {
      const answer = await report(token, query);
      expect(answer).toMatchObject({ status: 200, body: 'OK' });
      expect(answer.headers['content-type']).toBe('text/plain');
    }
    expect((await stateOf(one.messageId)).state).toBe('delivered');
    const failed = await stateOf(two.messageId);
    expect(failed).toMatchObject({ state: 'undelivered', reason: 'The provider could not deliver it. (SMSAPI 406)' });
  });

  it('S16 brings a message in once, however often it is told', async () => {
    const { save, ask } = await setUp();
    const token = secretOf((await save()).body.callbackAddress);
    const sms = {
      MsgId: 'N1',
      sms_from: '31612345678',
      sms_to: '48500100200',
      sms_text: 'Ja & nee',
      sms_date: '1795320000',
    };
    for (let time = 0; time < 3; time += 1) expect((await inbound(token, sms)).body).toBe('OK');
    const { body } = await ask(inboundRoutes.listInboundMessages);
    expect(body.items).toMatchObject([
      { text: 'Ja & nee', sender: '31612345678', recipient: '48500100200', provider: 'smsapi' },
    ]);
  });

  it('S16 without the secret changes nothing: another agency’s opens nothing, the one before counts for some days', async () => {
    const { ask, save, calling, stateOf } = await setUp();
    const other = await setUp();
    const token = secretOf((await save()).body.callbackAddress);
    const others = secretOf((await other.save()).body.callbackAddress);
    const { messageId, callId } = await calling();
    const delivered = { MsgId: 'M1', status: '404', idx: callId, donedate: '1795320000' };
    for (const wrong of ['x', `${token.slice(0, -1)}_`, token.replace(/ten_\w+/, other.tenantId)])
      expect((await report(wrong, delivered)).status).toBe(404);
    expect((await report(others, delivered)).status).toBe(200);
    expect((await stateOf(messageId)).state).toBe('calling');
    const renew = { params, headers: { 'idempotency-key': newId('key') } };
    const renewed = await ask(providerRoutes.renewCallbackAddress, renew);
    expect(renewed.status).toBe(201);
    expect(await ask(providerRoutes.renewCallbackAddress, renew)).toEqual(renewed);
    expect(secretOf(renewed.body.callbackAddress)).not.toBe(token);
    expect((await report(token, delivered)).status).toBe(200);
    expect((await stateOf(messageId)).state).toBe('delivered');
    await ask(providerRoutes.removeProviderAccount, { params });
    for (const gone of [token, secretOf(renewed.body.callbackAddress)])
      expect((await report(gone, delivered)).status).toBe(404);
  });
});
