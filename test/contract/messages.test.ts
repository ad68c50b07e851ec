import { beforeAll, describe, expect, it } from 'vitest';
import { messagingRoutes } from '../../contract/routes/messaging.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { type Answered, loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { asSent } from '../support/offered-sms.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
const wallets = walletsOn(table);
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let agency: Awaited<ReturnType<typeof makeAgency>>;
let bearer: Record<string, string>;

const SCOPES = ['messages:send', 'messages:read', 'credits:read'] as const;
const good = { to: '0612345678', text: 'Goedemorgen' };

async function newAgency(credits: number) {
  const made = await makeAgency(accessOn(table));
  if (credits > 0) await wallets.grant({ tenantId: made.tenant.tenantId, grantId: 'test', credits, at: new Date() });
  const { token } = await made.apiToken([...SCOPES]);
  return { ...made, bearer: { authorization: `Bearer ${token}` } };
}
beforeAll(async () => {
  functions = await loadFunctions(name);
  const made = await newAgency(1000);
  agency = made;
  bearer = made.bearer;
});

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Answered> =>
  send(functions, messagingRoutes.sendMessage, {
    body,
    headers: { ...bearer, 'idempotency-key': newId('key'), ...headers },
  });

describe('a message', () => {
  it('E0-1 is accepted with what it costs, and found again with its timeline', async () => {
    const accepted = await post(good);
    expect(accepted).toMatchObject({
      status: 202,
      headers: { location: `/v1/messages/${accepted.body.id}` },
      body: { state: 'accepted', to: '+31612345678', alphabet: 'gsm7', parts: 1, credits: 1 },
    });
    const { body } = await send(functions, messagingRoutes.getMessage, {
      headers: bearer,
      params: { messageId: accepted.body.id },
    });
    expect(body).toMatchObject({ id: accepted.body.id, state: 'accepted', text: asSent('Goedemorgen') });
    expect(body.timeline).toEqual([
      { event: 'accepted', at: expect.any(String), by: { id: expect.stringMatching(/^tok_/), name: 'Test' } },
    ]);
    expect(Date.parse(body.expiresAt) - Date.parse(body.acceptedAt)).toBe(7 * 24 * 3_600_000);
  });

  it('B6 is one, whether its key comes once or 20 times at once: the same answer, one debit', async () => {
    const { bearer: headers, ...own } = await newAgency(100);
    const request = { body: good, headers: { ...headers, 'idempotency-key': 'the-same' } };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(functions, messagingRoutes.sendMessage, request)),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(202);
    expect(await wallets.balance(own.tenant.tenantId)).toEqual({
      granted: 100,
      available: 99,
      reserved: 1,
      consumed: 0,
    });
    const other = await send(functions, messagingRoutes.sendMessage, {
      ...request,
      body: { ...good, text: 'Goedenavond' },
    });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('E0-6 carries the name of its sender as a line under the text, which counts', async () => {
    const { body } = await post({ ...good, text: 'x'.repeat(155), senderName: 'De Brug' });
    expect(body.parts).toBe(2);
    const { body: found } = await send(functions, messagingRoutes.getMessage, {
      headers: bearer,
      params: { messageId: body.id },
    });
    expect(found.text).toBe(`${'x'.repeat(155)}\nDe Brug`);
  });

  it('is listed newest first, page by page', async () => {
    const { bearer: headers } = await newAgency(10);
    const ids: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      const request = { body: { ...good, text }, headers: { ...headers, 'idempotency-key': text } };
      ids.unshift((await send(functions, messagingRoutes.sendMessage, request)).body.id);
    }
    const first = await send(functions, messagingRoutes.listMessages, { headers, query: { limit: '2' } });
    const second = await send(functions, messagingRoutes.listMessages, {
      headers,
      query: { limit: '2', cursor: first.body.nextCursor },
    });
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(ids);
    expect(second.body.nextCursor).toBeUndefined();
  });
});

describe('a message is refused, with what to do,', () => {
  const refusals: [string, () => Promise<Answered>, number, string, string?][] = [
    ['without an Idempotency-Key', () => post(good, { 'idempotency-key': '' }), 400, 'idempotency-key-missing'],
    [
      'with a key that no header can carry',
      () => post(good, { 'idempotency-key': 'ü' }),
      400,
      'idempotency-key-invalid',
    ],
    ['without a number', () => post({ text: 'Hallo' }), 400, 'invalid-request', 'to'],
    ['to a landline', () => post({ ...good, to: '020 123 4567' }), 422, 'number-not-mobile', 'to'],
    ['to a wrong number', () => post({ ...good, to: '0612' }), 422, 'number-invalid', 'to'],
    ['with an empty text', () => post({ ...good, text: '' }), 400, 'invalid-request', 'text'],
    ['with a text of blanks', () => post({ ...good, text: ' \n ' }), 400, 'invalid-request', 'text'],
    ['with half an emoji', () => post({ ...good, text: 'x\ud83d' }), 400, 'invalid-request', 'text'],
    [
      'over 10 parts with what stands under it',
      () => post({ ...good, text: 'x'.repeat(10 * 153 - 4) }),
      422,
      'text-too-long',
      'text',
    ],
    ['with an unknown field', () => post({ ...good, sender: 'me' }), 400, 'invalid-request', 'sender'],
    [
      'with a sender name of 12 characters',
      () => post({ ...good, senderName: 'Uitzendburea' }),
      400,
      'invalid-request',
      'senderName',
    ],
    ['that is not JSON', () => post('{"to":'), 400, 'invalid-json'],
    ['that is a list', () => post([good]), 400, 'invalid-request'],
    ['of another content-type', () => post('to=06', { 'content-type': 'text/plain' }), 415, 'unsupported-media-type'],
    ['over 256 kB', () => post({ ...good, text: 'x'.repeat(256 * 1024) }), 413, 'body-too-large'],
  ];
  it.each(refusals)('%s', async (_what, ask, status, code, path) => {
    const before = await wallets.balance(agency.tenant.tenantId);
    const answer = await ask();
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': 'application/problem+json' },
      body: { status, code },
    });
    expect(answer.body.title).toMatch(/\w/);
    expect(answer.body.detail).toMatch(/\w/);
    expect(answer.body.requestId).toBeDefined();
    if (path) expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect(await wallets.balance(agency.tenant.tenantId)).toEqual(before);
  });

  it('E0-1 without credit', async () => {
    const { bearer: headers } = await newAgency(0);
    const answer = await send(functions, messagingRoutes.sendMessage, {
      body: good,
      headers: { ...headers, 'idempotency-key': 'k' },
    });
    expect(answer).toMatchObject({ status: 402, body: { code: 'insufficient-credit' } });
    const list = await send(functions, messagingRoutes.listMessages, { headers });
    expect(list.body.items).toEqual([]);
  });

  it('B13 while sending is stopped, though not a repetition of one that was accepted before', async () => {
    const own = await newAgency(10);
    const ask = (key: string) =>
      send(functions, messagingRoutes.sendMessage, { body: good, headers: { ...own.bearer, 'idempotency-key': key } });
    const accepted = await ask('before');
    const { tenantId } = own.tenant;
    await table.write({ update: keys.tenant(tenantId), change: { set: { sendingStopped: true } } });
    expect(await ask('after')).toMatchObject({ status: 409, body: { code: 'sending-stopped' } });
    expect(await ask('before')).toMatchObject({ status: 202, body: accepted.body });
    expect((await wallets.balance(tenantId)).reserved).toBe(1);
  });

  it('without the permission', async () => {
    const { token } = await agency.apiToken(['messages:read']);
    expect(await post(good, { authorization: `Bearer ${token}` })).toMatchObject({
      status: 403,
      body: { code: 'not-permitted' },
    });
  });

  it("with another tenant's id as if there were no such message", async () => {
    const { body } = await post(good);
    const { bearer: headers } = await newAgency(1);
    const answer = await send(functions, messagingRoutes.getMessage, { headers, params: { messageId: body.id } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('with a token whose time is over', async () => {
    const past = accessOn(table, { now: () => new Date(Date.now() - 2 * 24 * 3_600_000) });
    const { token } = await (await makeAgency(past)).apiToken([...SCOPES], 1);
    expect(await post(good, { authorization: `Bearer ${token}` })).toMatchObject({
      status: 401,
      body: { code: 'not-logged-in' },
    });
  });
});
