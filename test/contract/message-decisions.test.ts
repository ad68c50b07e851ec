import { beforeAll, describe, expect, it } from 'vitest';
import { messageDecisionRoutes } from '../../contract/routes/message-decisions.ts';
import { messagingRoutes } from '../../contract/routes/messaging.ts';
import type { Step } from '../../functions/domain/messaging/ports.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { bringMessage } from '../support/brought-message.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { asSent } from '../support/offered-sms.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
const wallets = walletsOn(table);
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

async function agencyWith(credits: number) {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  await wallets.grant({ tenantId, grantId: 'test', credits, at: new Date() });
  const { token } = await agency.apiToken(['messages:send', 'messages:read']);
  const authorization = `Bearer ${token}`;
  const post = async (text: string) => {
    const headers = { authorization, 'idempotency-key': newId('key') };
    const { body } = await send(functions, messagingRoutes.sendMessage, { body: { to: '0612345678', text }, headers });
    return String(body.id);
  };
  const find = (messageId: string) =>
    send(functions, messagingRoutes.getMessage, { headers: { authorization }, params: { messageId } });
  const resend = (messageIds: string[], key: string = newId('key')) =>
    send(functions, messageDecisionRoutes.resendMessages, {
      ...{ headers: { authorization, 'idempotency-key': key }, body: { messageIds } },
    });
  const resolve = (messageId: string, outcome: string) =>
    send(functions, messageDecisionRoutes.resolveMessage, {
      ...{ headers: { authorization }, params: { messageId }, body: { outcome } },
    });
  const bring = (messageId: string, ...states: Step['to'][]) => bringMessage(table, tenantId, messageId, ...states);
  return { tenantId, post, find, resend, resolve, bring, balance: () => wallets.balance(tenantId) };
}

describe('sending once more', () => {
  it('E4-6 copies what failed and what was sent, with the same text to the same number; the copies name their origin', async () => {
    const { post, find, resend, bring, balance } = await agencyWith(10);
    const [failed, delivered] = [await post('Een'), await post('Twee')];
    await bring(failed, 'failed');
    await bring(delivered, 'submitted', 'delivered');
    const { status, body } = await resend([failed, delivered]);
    expect(status).toBe(202);
    expect(body.items).toMatchObject([{ copyOf: failed }, { copyOf: delivered }]);
    const copies = await Promise.all(body.items.map(({ id }: { id: string }) => find(id)));
    expect(copies.map((copy) => copy.body)).toMatchObject([
      { copyOf: failed, text: asSent('Een'), to: '+31612345678', state: 'accepted' },
      { copyOf: delivered, text: asSent('Twee'), to: '+31612345678', state: 'accepted' },
    ]);
    expect(await balance()).toMatchObject({ available: 7, reserved: 2, consumed: 1 });
  });

  it('B6 asked for again with the same key it gives the same copies, and with another list it is refused', async () => {
    const { post, resend, bring, balance } = await agencyWith(10);
    const ids = [await post('Een'), await post('Twee')];
    for (const id of ids) await bring(id, 'failed');
    const answers = await Promise.all(Array.from({ length: 5 }, () => resend(ids, 'the-same')));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await balance()).reserved).toBe(2);
    expect(await resend(ids.slice(1), 'the-same')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('B1 says of each that is still on its way, that may have gone, or that is not there, why it is not copied', async () => {
    const { post, resend, bring, balance } = await agencyWith(10);
    const other = await (await agencyWith(10)).post('Van een ander');
    const [waits, doubtful, failed] = [await post('Een'), await post('Twee'), await post('Drie')];
    await bring(doubtful, 'unconfirmed');
    await bring(failed, 'failed');
    const { body } = await resend([waits, doubtful, other, failed]);
    expect(body.items).toEqual([
      { copyOf: waits, refused: 'message-not-ended' },
      { copyOf: doubtful, refused: 'message-not-ended' },
      { copyOf: other, refused: 'not-found' },
      { copyOf: failed, id: expect.stringMatching(/^msg_/) },
    ]);
    expect((await balance()).reserved).toBe(3);
  });

  it('E0-1 copies as many as there are credits for, and says which went without', async () => {
    const { post, resend, bring } = await agencyWith(2);
    const ids = [await post('Een'), await post('Twee')];
    for (const id of ids) await bring(id, 'submitted');
    expect((await resend(ids)).body.items).toEqual(ids.map((copyOf) => ({ copyOf, refused: 'insufficient-credit' })));
  });

  it('refuses more than a hundred, none, and one twice', async () => {
    const { resend } = await agencyWith(1);
    const ids = Array.from({ length: 101 }, () => newId('msg'));
    for (const list of [ids, [], [ids[0] ?? '', ids[0] ?? '']]) expect((await resend(list)).status).toBe(400);
  });
});

describe('an unconfirmed message', () => {
  it('B1 is decided by a person: not sent gives its credits back, and it may be sent again', async () => {
    const { post, find, resolve, resend, bring, balance } = await agencyWith(10);
    const id = await post('Een');
    await bring(id, 'unconfirmed');
    const { status, body } = await resolve(id, 'not-sent');
    expect({ status, state: body.state }).toEqual({ status: 200, state: 'failed' });
    expect(body.reason).toBe('It was not sent, says Test');
    expect(await balance()).toMatchObject({ available: 10, reserved: 0 });
    const copy = (await resend([id])).body.items[0].id;
    expect((await find(copy)).body.copyOf).toBe(id);
  });

  it('B1 is decided by a person: sent consumes its credits', async () => {
    const { post, resolve, bring, balance } = await agencyWith(10);
    const id = await post('Een');
    await bring(id, 'unconfirmed');
    expect((await resolve(id, 'sent')).body.state).toBe('submitted');
    expect(await balance()).toMatchObject({ available: 9, reserved: 0, consumed: 1 });
  });

  it('is decided once, and nothing else can be', async () => {
    const { post, resolve, bring, balance } = await agencyWith(10);
    const id = await post('Een');
    expect(await resolve(id, 'not-sent')).toMatchObject({ status: 409, body: { code: 'message-not-unconfirmed' } });
    await bring(id, 'unconfirmed');
    const answers = await Promise.all([1, 2, 3].map(() => resolve(id, 'not-sent')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await balance()).toMatchObject({ granted: 10, available: 10 });
    expect((await resolve(id, 'maybe')).status).toBe(400);
    expect((await resolve(newId('msg'), 'sent')).status).toBe(404);
  });
});
