import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProviderName } from '../../../contract/providers.ts';
import { readSmsapiInbound, readSmsapiReports } from '../../../functions/adapters/smsapi/callback.ts';
import { Smsapi } from '../../../functions/adapters/smsapi/smsapi.ts';
import { readWebsmsCallback } from '../../../functions/adapters/websms/callback.ts';
import { Websms } from '../../../functions/adapters/websms/websms.ts';
import type { OutgoingCall, ProviderEvent } from '../../../functions/domain/messaging/providers/model.ts';
import { DEMO_SMSAPI, DEMO_WEBSMS } from '../../../local/demo/provider-accounts.ts';
import { smsapi } from '../../../local/smsapi/smsapi.ts';
import { serveProvider } from '../../../local/web-provider/server.ts';
import { websms } from '../../../local/websms/websms.ts';
import { standIn } from '../../support/web-providers/stand-in.ts';

const STAND_INS = { websms, smsapi };
const TOKENS = { websms: DEMO_WEBSMS.token, smsapi: DEMO_SMSAPI.token };
const HOUR = 3_600_000;
const portOf = (server: Server) => (server.address() as AddressInfo).port;

const folder = mkdtempSync(join(tmpdir(), 'heraut-providers-'));
const servers: Server[] = [];
/** What the providers told us, in the order in which it came. */
let told: ProviderEvent[] = [];
let calls = 0;
let hooks: Server;
let run = 0;

beforeEach(async () => {
  told = [];
  calls = 0;
  run += 1;
  hooks = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = await text(request);
    calls += 1;
    const form = Object.fromEntries(new URLSearchParams(body));
    const events =
      url.pathname === '/websms'
        ? [readWebsmsCallback(JSON.parse(body), url.searchParams.get('call') ?? undefined)]
        : request.method === 'GET'
          ? readSmsapiReports(Object.fromEntries(url.searchParams)).events
          : [readSmsapiInbound(form)];
    told.push(...events.filter((event) => event !== undefined));
    response.end(url.pathname === '/websms' ? '{"statusCode":2000,"statusMessage":"OK"}' : 'OK');
  }).listen(0, '127.0.0.1');
  await once(hooks, 'listening');
  servers.push(hooks);
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function start(name: ProviderName) {
  const server = serveProvider(STAND_INS[name], join(folder, `${name}-${run}`), 0);
  await once(server, 'listening');
  servers.push(server);
  const address = `127.0.0.1:${portOf(server)}`;
  const url = `http://${address}`;
  const provider = name === 'websms' ? new Websms(url) : new Smsapi({ pl: url, com: url });
  const callback = `http://127.0.0.1:${portOf(hooks)}/${name}`;
  const submit = (callId: string, more: Partial<Omit<OutgoingCall, 'callId'>> = {}) =>
    provider.submit(
      { credentials: { token: TOKENS[name] } },
      {
        ...{ callId, to: '+4915112345678', text: 'Guten Morgen', parts: 1 },
        ...{ askedAt: new Date(), expiresAt: new Date(Date.now() + 24 * HOUR) },
        reportsTo: name === 'websms' ? `${callback}?call=${callId}` : callback,
        ...more,
      },
    );
  return { url, stand: standIn(address), submit, provider, callback };
}

describe.each(['websms', 'smsapi'] as const)('the stand-in of %s', (name) => {
  it('takes a message, and tells what became of it by our id', async () => {
    const { stand, submit } = await start(name);
    expect(await submit('A1')).toMatchObject({ kind: 'submitted', providerId: expect.any(String) });
    expect(await stand.taken()).toMatchObject([{ to: '4915112345678', text: 'Guten Morgen', clientId: 'A1' }]);
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(told).toMatchObject([
      { type: 'report', callId: 'A1', state: 'submitted' },
      { type: 'report', callId: 'A1', state: 'delivered' },
    ]);
  });

  it('B1 has taken a message whose answer is lost, which is in doubt', async () => {
    const { stand, submit } = await start(name);
    await stand.control({ next: [{ dropAnswer: true }, { dropRequest: true }] });
    expect(await submit('A1')).toEqual({ kind: 'unclear', reason: 'answer-missing', code: '-' });
    expect(await submit('A2')).toEqual({ kind: 'unclear', reason: 'answer-missing', code: '-' });
    expect((await stand.taken()).map(({ clientId }) => clientId)).toEqual(['A1']);
  });

  it('refuses a wrong login, and knows a good one', async () => {
    const { provider } = await start(name);
    const check = (token: string) => provider.check({ credentials: { token } });
    expect(await check('wrong')).toMatchObject({ kind: 'refused', reason: 'credentials-refused' });
    expect(await check(TOKENS[name])).toEqual(name === 'websms' ? { kind: 'good' } : { kind: 'good', balance: 100 });
  });

  it('refuses what is not right by the status that is documented for it', async () => {
    const { submit } = await start(name);
    const reasonOf = async (more: Parameters<typeof submit>[1]) => {
      const outcome = await submit('A1', more);
      return 'reason' in outcome ? outcome.reason : outcome.kind;
    };
    expect(await reasonOf({ to: '+12' })).toBe('recipient-refused');
    expect(await reasonOf({ text: '' })).toBe('text-refused');
    expect(await reasonOf({ senderName: 'Zu lang für einen' })).toBe('sender-refused');
    expect(await reasonOf({ senderName: 'Somebody' })).toBe('sender-refused');
    expect(await reasonOf({ senderName: 'De Brug' })).toBe('submitted');
    expect(await reasonOf({ text: 'ж'.repeat(71) })).toBe('too-many-parts');
  });

  it('tells of a message from a phone as often as it is told to', async () => {
    const { stand, callback } = await start(name);
    const message = { url: callback, from: '4915112345678', to: '4367612345678', text: 'Ja, ich komme', id: 'N1' };
    await stand.tell({ type: 'message', ...message, times: 2 });
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({ type: 'inbound', eventId: 'N1', text: 'Ja, ich komme', sender: '4915112345678' });
  });
});

/** What each takes: websms 60 to 259,200 seconds, SMSAPI more than 15 minutes and less than 72 hours ahead. */
const RANGES = { websms: { least: 60_000, most: 72 * HOUR }, smsapi: { least: 15 * 60_000, most: 72 * HOUR } } as const;

describe.each(['websms', 'smsapi'] as const)('E4-8 how long %s tries', (name) => {
  const goodFor = async (stand: Awaited<ReturnType<typeof start>>['stand'], askedAt: Date) =>
    (await stand.taken()).map(({ expiresAt = '' }) => Date.parse(expiresAt) - askedAt.getTime());

  it('is what the message has left of its time, in what the provider takes', async () => {
    const { stand, submit } = await start(name);
    const askedAt = new Date();
    for (const [id, left] of [
      ['A1', 24 * HOUR],
      ['A2', 10_000],
      ['A3', 168 * HOUR],
    ] as const)
      expect(await submit(id, { askedAt, expiresAt: new Date(askedAt.getTime() + left) })).toMatchObject({
        kind: 'submitted',
      });
    const [day = 0, short = 0, week = 0] = await goodFor(stand, askedAt);
    const { least, most } = RANGES[name];
    expect(Math.abs(day - 24 * HOUR)).toBeLessThan(10_000);
    expect(short).toBeGreaterThanOrEqual(least);
    expect(short).toBeLessThan(least + 2 * 60_000);
    expect(week).toBeLessThanOrEqual(most + 10_000);
    expect(week).toBeGreaterThan(most - 2 * 60_000);
  });

  it('ends: what is over then is told as such, and never as delivered', async () => {
    const { stand, submit } = await start(name);
    await stand.control({ reports: [] });
    await submit('A1');
    const [taken] = await stand.taken();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * HOUR });
    try {
      const status = name === 'websms' ? 'delivered' : 'DELIVERED';
      await stand.tell({ type: 'reports', reports: [{ id: taken?.id ?? '', status }] });
    } finally {
      vi.useRealTimers();
    }
    expect(told).toMatchObject([{ callId: 'A1', state: 'undelivered', code: name === 'websms' ? 'expired' : '402' }]);
  });
});

it('E4-8 SMSAPI is asked once more without a time where it takes none of the kind, and the message goes', async () => {
  const { stand, submit } = await start('smsapi');
  await stand.control({ next: [{ status: 56 }] });
  expect(await submit('A1')).toMatchObject({ kind: 'submitted' });
  expect(await stand.taken()).toMatchObject([{ clientId: 'A1' }]);
  expect((await stand.taken())[0]).not.toHaveProperty('expiresAt');
});

it('SMSAPI refuses a time that it does not take, answers in plain text where no other format is asked for, and tests for nothing', async () => {
  const { url, stand } = await start('smsapi');
  const ask = async (form: Record<string, string>) => {
    const body = new URLSearchParams({ to: '4915112345678', message: 'Guten Morgen', ...form });
    const headers = { authorization: `Bearer ${DEMO_SMSAPI.token}` };
    return (await fetch(`${url}/sms.do`, { method: 'POST', body, headers })).text();
  };
  const inSeconds = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds);
  for (const seconds of [60, 73 * 3600])
    expect(JSON.parse(await ask({ expiration_date: inSeconds(seconds), format: 'json' }))).toMatchObject({ error: 56 });
  expect(await ask({ from: 'Somebody' })).toBe('ERROR:14');
  expect(await ask({ test: '1' })).toMatch(/^OK:[0-9A-F]{24}:0\.0000:4915112345678$/);
  expect(await stand.taken()).toEqual([]);
  expect(await stand.control({})).toMatchObject({ balance: 100 });
});

it('B1 SMSAPI takes a call with the same id once: asked again it says so', async () => {
  const { stand, submit } = await start('smsapi');
  await stand.control({ next: [{ dropAnswer: true }] });
  await submit('A1');
  expect(await submit('A1')).toEqual({ kind: 'submitted' });
  expect(await stand.taken()).toHaveLength(1);
});

it('SMSAPI tells of several messages in one call, as lists in parallel', async () => {
  const { stand, submit } = await start('smsapi');
  await stand.control({ reports: [] });
  for (const id of ['A1', 'A2', 'A3']) await submit(id);
  const taken = await stand.taken();
  const statuses = ['DELIVERED', 'RENEWAL', 'EXPIRED'];
  await stand.tell({
    type: 'reports',
    reports: taken.map(({ id }, place) => ({ id, status: statuses[place] ?? '' })),
  });
  expect(calls).toBe(1);
  expect(told).toMatchObject([
    { callId: 'A1', state: 'delivered' },
    { callId: 'A3', state: 'undelivered', code: '402' },
  ]);
});

it('websms may leave out our id: the address of the report names it', async () => {
  const { stand, submit } = await start('websms');
  await stand.control({ bareReports: true, reports: ['delivered'] });
  await submit('A1');
  await vi.waitFor(() => expect(told).toMatchObject([{ callId: 'A1', state: 'delivered' }]));
});
