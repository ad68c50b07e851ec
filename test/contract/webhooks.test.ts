import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebhookJob } from '../../contract/jobs.ts';
import { scopeNames } from '../../contract/permissions.ts';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { WEBHOOKS_AT_MOST } from '../../contract/webhook-events.ts';
import { InboundRepository } from '../../functions/adapters/dynamodb/inbound-repository.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import type { Item } from '../../functions/adapters/dynamodb/table.ts';
import { WebhookDeliveryRepository } from '../../functions/adapters/dynamodb/webhook-delivery-repository.ts';
import { WebhookReplayRepository } from '../../functions/adapters/dynamodb/webhook-replay-repository.ts';
import { WebhookRepository } from '../../functions/adapters/dynamodb/webhook-repository.ts';
import type { Webhook } from '../../functions/domain/webhooks/model.ts';
import { sweepWebhooks } from '../../functions/domain/webhooks/sweep-webhooks.ts';
import { QUEUE_SOURCE } from '../../infra/queue-source.ts';
import { loadAfter } from '../support/after.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { bringMessage } from '../support/brought-message.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { inboundMessage, newId } from '../support/messages.ts';
import { asFunction } from '../support/roles.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';
import { heldDelivery, isSignedBy, type Receiver, startReceiver } from '../support/webhooks.ts';

const { table, name } = useTable();
let receiver: Receiver;
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let follow: Awaited<ReturnType<typeof loadAfter>>;
let sender: typeof import('../../functions/handlers/webhook-sender.ts');
beforeAll(async () => {
  receiver = await startReceiver();
  functions = await loadFunctions(name);
  follow = await loadAfter();
  sender = await import('../../functions/handlers/webhook-sender.ts');
});
afterAll(() => receiver.close());

const webhooks = new WebhookRepository(table);
const deliveries = new WebhookDeliveryRepository(table);
const replays = new WebhookReplayRepository(table);

async function setUp() {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 10, at: new Date() });
  const { token } = await agency.apiToken([...scopeNames]);
  const ask = (route: Route, input: EventInput = {}) =>
    send(functions, route, {
      ...input,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId('key'), ...input.headers },
    });
  const path = `/${tenantId}`;
  const body = {
    url: `${receiver.url}${path}`,
    events: ['message.submitted', 'inbound.received'],
    mailAddress: 'it@west.example',
  };
  const create = (more: object = {}, headers = {}) =>
    ask(routes.createWebhook, { body: { ...body, ...more }, headers });
  /** What the sweep finds, and the queue then brings, in groups as AWS makes them. */
  async function work(now = new Date()) {
    const jobs: WebhookJob[] = [];
    const hurry = { push: async (found: readonly WebhookJob[]) => void jobs.push(...found) };
    const sweep = { webhooks, deliveries, replays, hurry, clock: { now: () => now } };
    await asFunction('dispatcher', () => sweepWebhooks(sweep, tenantId));
    const records = jobs.map((job, place) => ({ messageId: String(place), body: JSON.stringify(job) }));
    for (let from = 0; from < records.length; from += QUEUE_SOURCE.batchSize) {
      const Records = records.slice(from, from + QUEUE_SOURCE.batchSize);
      const { batchItemFailures } = await asFunction('webhook-sender', () => sender.handler({ Records } as never));
      expect(batchItemFailures).toEqual([]);
    }
    return jobs.length;
  }
  const log = async (webhookId: string, query = {}) =>
    (await ask(routes.listWebhookDeliveries, { params: { webhookId }, query })).body;
  const heard = () => receiver.heard.filter((one) => one.path.endsWith(path));
  /** A message that a modem has given to the network, as the stream tells of it. */
  async function submitted() {
    const { body: message } = await ask(routes.sendMessage, {
      body: { to: '0612345678', text: 'Kom morgen om 7 uur' },
    });
    const read = async () => (await table.get(keys.message(tenantId, message.id))) as Item;
    const before = await read();
    await bringMessage(table, tenantId, message.id, 'submitted');
    return { messageId: message.id as string, before, after: await read() };
  }
  return { tenantId, ask, create, body, work, log, heard, submitted };
}

describe('a webhook', () => {
  it('B6 hears of a message’s state once taken up, signed, by the same id however often it is told', async () => {
    const { create, work, log, heard, submitted } = await setUp();
    const { body: webhook } = await create();
    const { messageId, before, after } = await submitted();
    for (const _ of ['told', 'told again']) expect(await follow(after, before)).toBe(true);
    expect(await work()).toBe(1);
    expect(await work()).toBe(0);
    const [told, ...more] = heard();
    expect(more).toEqual([]);
    expect(told && isSignedBy(webhook.secret, told)).toBe(true);
    expect(JSON.parse(told?.body ?? '')).toMatchObject({
      ...{
        type: 'message.submitted',
        version: 1,
        sequence: expect.any(Number),
        timestamp: expect.stringMatching(/Z$/),
      },
      data: { messageId, state: 'submitted', parts: 1 },
    });
    expect((await log(webhook.id)).items).toMatchObject([
      { eventId: told?.headers['webhook-id'], state: 'delivered', attempts: 1, lastStatus: 204, about: messageId },
    ]);
  });

  it('B6 hears of a message that came in, and of neither number nor text of any', async () => {
    const { tenantId, create, work, heard, submitted } = await setUp();
    await create();
    const inbound = inboundMessage({ tenantId, sender: '+31687654321', text: 'Ik ben ziek' });
    await new InboundRepository(table).keep(inbound, new Date());
    expect(await follow((await table.get(keys.inbound(tenantId, inbound.inboundId))) as Item)).toBe(true);
    const { before, after } = await submitted();
    await follow(after, before);
    await work();
    expect(
      heard()
        .map(({ body }) => JSON.parse(body).type)
        .sort(),
    ).toEqual(['inbound.received', 'message.submitted']);
    for (const { body } of heard()) expect(body).not.toMatch(/87654321|612345678|ziek|morgen/);
  });

  it('is told of nothing that it did not ask for, nor of a change that is no other state', async () => {
    const { create, log, submitted } = await setUp();
    const { body: webhook } = await create({ events: ['message.failed'] });
    const { body: other } = await create();
    const { before, after } = await submitted();
    expect(await follow(after, before)).toBe(true);
    expect(await follow({ ...after, reason: 'noted' }, after)).toBe(true);
    expect((await log(webhook.id)).items).toEqual([]);
    expect((await log(other.id)).items).toHaveLength(1);
  });

  it('tries again what failed, and stops with a success', async () => {
    const { create, work, log, heard, submitted } = await setUp();
    const { body: webhook } = await create();
    const { before, after } = await submitted();
    await follow(after, before);
    receiver.answer = { status: 302, headers: { location: '/elsewhere' } };
    await work();
    receiver.answer = { status: 204 };
    expect((await log(webhook.id)).items).toMatchObject([
      { state: 'pending', attempts: 1, lastStatus: 302, nextTryAt: expect.any(String) },
    ]);
    expect(await work()).toBe(0);
    // the sweep of a minute later
    const key = { tenantId: after['tenantId'] as string, webhookId: webhook.id };
    expect(await deliveries.due(key, new Date(Date.now() + 61_000), 10)).toHaveLength(1);
    expect(heard()).toHaveLength(1);
  });

  it('B6 waits behind no other: not behind one that rests, nor is what is known of it undone by a try that ends late', async () => {
    const { tenantId, create, work, log, heard, submitted } = await setUp();
    const { body: resting } = await create({ url: `${receiver.url}/down` });
    const { body: webhook } = await create();
    const { before, after } = await submitted();
    await follow(after, before);
    const find = async () => (await webhooks.find({ tenantId, webhookId: resting.id })) as Webhook;
    const [first, second] = ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'] as const;
    const restsUntil = new Date(Date.now() + 60_000).toISOString();
    await webhooks.note(await find(), { failingSince: first });
    const seen = await find();
    await webhooks.note(seen, { failingSince: second, restsUntil });
    expect(await find()).toMatchObject({ failingSince: first, restsUntil });
    expect(await work()).toBe(1);
    expect((await log(webhook.id)).items).toMatchObject([{ state: 'delivered' }]);
    expect((await log(resting.id)).items).toMatchObject([{ state: 'pending', attempts: 0 }]);
    await webhooks.note(await find(), 'well');
    const off = { at: restsUntil, reason: 'failing' } as const;
    const audit = { tenantId, subjectId: resting.id, auditId: newId('aud'), at: first, by: 'system', action: 'off' };
    expect(await webhooks.switchOff(seen, off, audit)).toBe(false);
    await webhooks.note(seen, { failingSince: second });
    expect((await find()).failingSince).toBe(second);
    expect(await webhooks.switchOff(await find(), off, audit)).toBe(true);
    expect(heard()).toHaveLength(1);
  });

  it('is made once for each key, with the same secret, and ten times at most', async () => {
    const { ask, create } = await setUp();
    const headers = { 'idempotency-key': 'same' };
    const first = await create({}, headers);
    expect(first.status).toBe(201);
    expect(first.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await create({}, headers)).body).toEqual(first.body);
    expect(await create({ description: 'Another' }, headers)).toMatchObject({ status: 422 });
    const { secret: _, ...shown } = first.body;
    expect((await ask(routes.listWebhooks)).body.items).toEqual([shown]);
    for (let count = 1; count < WEBHOOKS_AT_MOST; count++) expect((await create()).status).toBe(201);
    expect(await create()).toMatchObject({ status: 409, body: { code: 'too-many-webhooks' } });
    const params = { webhookId: first.body.id };
    expect((await ask(routes.removeWebhook, { params, headers: { 'if-match': '"1"' } })).status).toBe(204);
    expect((await create()).status).toBe(201);
  });

  it('is signed by two secrets for a day after a new one was made', async () => {
    const { ask, create, work, heard, submitted } = await setUp();
    const { body: webhook } = await create();
    const params = { webhookId: webhook.id };
    const headers = { 'idempotency-key': 'same' };
    const { body: renewed, status } = await ask(routes.renewWebhookSecret, { params, headers });
    expect(status).toBe(201);
    expect((await ask(routes.renewWebhookSecret, { params, headers })).body).toEqual(renewed);
    expect(renewed.secret).not.toBe(webhook.secret);
    const { before, after } = await submitted();
    await follow(after, before);
    await work();
    const [told] = heard();
    for (const secret of [webhook.secret, renewed.secret]) expect(told && isSignedBy(secret, told)).toBe(true);
  });

  it('holds what happens while it is off, and sends it when asked to', async () => {
    const { ask, create, body, work, log, heard, submitted } = await setUp();
    const { body: webhook } = await create({ enabled: false });
    const { before, after } = await submitted();
    await follow(after, before);
    expect(await work()).toBe(0);
    const [{ eventId, state }] = (await log(webhook.id)).items;
    expect(state).toBe('held');
    const one = { params: { webhookId: webhook.id, eventId } };
    expect(await ask(routes.replayWebhookDelivery, one)).toMatchObject({ status: 409, body: { code: 'webhook-off' } });
    await ask(routes.changeWebhook, { params: { webhookId: webhook.id }, body, headers: { 'if-match': '"1"' } });
    expect((await ask(routes.replayWebhookDelivery, one)).status).toBe(202);
    expect(await work()).toBe(1);
    expect(heard().map(({ headers }) => headers['webhook-id'])).toEqual([eventId]);
  });

  it('B6 is sent a stretch of time once more, what was missed or all of it, over several jobs', async () => {
    const { tenantId, ask, create, body, work, log, heard } = await setUp();
    const { body: webhook } = await create();
    const from = new Date(Date.now() - 1000).toISOString();
    for (let count = 0; count < 101; count++) {
      const state = count === 0 ? 'delivered' : 'held';
      await deliveries.add(heldDelivery({ tenantId, webhookId: webhook.id }, { state }));
    }
    const until = new Date(Date.now() + 1000).toISOString();
    const params = { webhookId: webhook.id };
    const headers = { 'idempotency-key': 'once' };
    const replay = () => ask(routes.replayWebhookDeliveries, { params, body: { from, until }, headers });
    const begun = await replay();
    expect(begun.status).toBe(202);
    let rounds = 0;
    while ((await work()) > 0) rounds += 1;
    expect(rounds).toBeLessThan(10);
    expect(new Set(heard().map(({ headers }) => headers['webhook-id'])).size).toBe(100);
    const first = await log(webhook.id, { limit: '100' });
    const second = await log(webhook.id, { limit: '100', cursor: first.nextCursor });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([100, 1, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ eventId }) => eventId)).size).toBe(101);
    // Asked for again when it is off, it is what was asked for when it was on.
    const off = { params, body: { ...body, enabled: false }, headers: { 'if-match': '"1"' } };
    expect((await ask(routes.changeWebhook, off)).status).toBe(200);
    expect(await replay()).toMatchObject({ status: 202, body: begun.body });
  });
});
