import { beforeAll, describe, expect, it } from 'vitest';
import { scopeNames } from '../../contract/permissions.ts';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { dispatch } from '../../functions/domain/messaging/dispatch.ts';
import { sweepTenant } from '../../functions/domain/messaging/sweep-tenant.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { cloudOn } from '../support/message-on-table.ts';
import { newId, readyBox } from '../support/messages.ts';
import { asSent, OFFERED_SMS } from '../support/offered-sms.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});
const HOUR = 3_600_000;
const LONG = 'x'.repeat(400);

/** An agency that pays by part, with one message that goes in an hour: to a number, or to a worker. */
async function scheduled({ credits = 10, walletShards = 1, toWorker = false, senderNameChangeable = true } = {}) {
  const messaging = { ...OFFERED_SMS.messaging, senderNameChangeable };
  const agency = await makeAgency(accessOn(table), 'optional', { ...OFFERED_SMS, messaging });
  const { tenantId } = agency.tenant;
  await table.write({ update: keys.tenant(tenantId), change: { set: { pricePer: 'part', walletShards } } });
  const wallets = walletsOn(table);
  await wallets.grant({ tenantId, grantId: 'test', credits, at: new Date(), shards: walletShards });
  const { token } = await agency.apiToken([...scopeNames]);
  const ask = (route: Route, input: EventInput = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId('key'), ...input.headers };
    return send(functions, route, { ...input, headers });
  };
  const worker = { givenName: 'René', familyName: 'Jansen', language: 'nl', phones: [{ number: '0612345678' }] };
  const to = toWorker ? (await ask(routes.createWorker, { body: worker })).body.id : '0612345678';
  const dueAt = new Date(Date.now() + HOUR);
  const wanted = { to, text: 'Goedemorgen', sendAt: dueAt.toISOString() };
  const { body } = await ask(routes.sendMessage, { body: wanted });
  const params = { messageId: body.id };
  const { cloud, sent } = cloudOn(table, () => dueAt);
  await cloud.boxes.add(readyBox({ tenantId }));
  return {
    ...{ tenantId, ask, messages: cloud.messages, id: String(body.id) },
    rewrite: (text: object, headers = {}) => ask(routes.rewriteMessage, { params, body: text, headers }),
    cancel: () => ask(routes.cancelMessage, { params }),
    found: async () => (await ask(routes.getMessage, { params })).body,
    balance: () => wallets.balance(tenantId, walletShards),
    async template(text: string, category = 'operational') {
      const fields = { name: newId('tpl'), for: 'worker', category, language: 'nl', text };
      return (await ask(routes.createMessageTemplate, { body: fields })).body.id as string;
    },
    async message() {
      const message = await cloud.messages.find(tenantId, body.id);
      if (!message) throw new Error('the message is gone');
      return message;
    },
    /** When it is due: the texts that were handed over. */
    async whenDue() {
      await sweepTenant(cloud, tenantId);
      await dispatch(cloud, [{ type: 'message', tenantId, messageId: body.id }]);
      const attempts = sent.flatMap(({ downlink }) => (downlink.type === 'attempts' ? downlink.attempts : []));
      return [...new Set(attempts.map(({ text }) => text))];
    },
  };
}

describe('B7 the text of a scheduled message', () => {
  it('can be changed until it is due: parts and credits follow, its timeline says who, and the new one goes', async () => {
    const { rewrite, balance, found, whenDue, ask, id } = await scheduled();
    expect(await balance()).toMatchObject({ available: 9, reserved: 1 });
    const longer = await rewrite({ text: LONG });
    expect(longer).toMatchObject({
      status: 200,
      body: { state: 'scheduled', parts: 3, credits: 3, text: asSent(LONG) },
    });
    expect(await balance()).toMatchObject({ available: 7, reserved: 3 });
    for (const _ of ['asked', 'asked again'])
      expect((await rewrite({ text: 'Tot morgen' })).body).toMatchObject({ parts: 1, text: asSent('Tot morgen') });
    expect(await balance()).toMatchObject({ available: 9, reserved: 1 });
    const details = (await found()).timeline.map(({ detail }: { detail?: string }) => detail);
    expect(details).toEqual([undefined, ...['It was given another text by Test', 'It was given another text by Test']]);
    const { items } = (await ask(routes.listAuditLines, { query: { record: id } })).body;
    expect(items).toMatchObject([{ action: 'message-rewritten', changed: ['text'] }, { action: 'message-rewritten' }]);
    expect(await whenDue()).toEqual([asSent('Tot morgen')]);
    expect(await rewrite({ text: 'Te laat' })).toMatchObject({ status: 409, body: { code: 'message-not-scheduled' } });
    expect(await balance()).toMatchObject({ available: 9, reserved: 1 });
  });

  it('E4-3 can be a template’s, with the fields of its record: the message is found by it until it has a text of its own again', async () => {
    const { rewrite, ask, id, template } = await scheduled({ toWorker: true });
    const templateId = await template('{{worker.givenName}}, tot morgen');
    expect((await rewrite({ templateId })).body).toMatchObject({ templateId, text: asSent('René, tot morgen') });
    const list = async () =>
      (await ask(routes.listMessages, { query: { template: templateId } })).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect(await list()).toEqual([id]);
    expect((await rewrite({ text: 'Tot morgen' })).body).not.toHaveProperty('templateId');
    expect(await list()).toEqual([]);
  });

  it('is checked anew: what the template needs, who wants marketing, under which name it goes', async () => {
    const { rewrite, template, found } = await scheduled({ toWorker: true, senderNameChangeable: false });
    const hole = await template('{{employee.name}} belt u');
    expect(await rewrite({ templateId: hole })).toMatchObject({ body: { code: 'template-field-empty' } });
    const marketing = await template('Win een reis', 'marketing');
    expect(await rewrite({ templateId: marketing })).toMatchObject({ body: { code: 'marketing-not-agreed' } });
    expect(await rewrite({ text: 'Hallo', senderName: 'Oost' })).toMatchObject({ body: { code: 'sender-name-fixed' } });
    expect(await rewrite({ text: 'x'.repeat(2000) })).toMatchObject({ body: { code: 'text-too-long' } });
    const bare = await scheduled();
    const unfit = await bare.rewrite({ templateId: await bare.template('{{worker.givenName}}') });
    expect(unfit).toMatchObject({ status: 400, body: { errors: [{ path: 'to' }] } });
    expect(await found()).toMatchObject({ text: asSent('Goedemorgen'), timeline: [{ event: 'scheduled' }] });
  });

  it('that costs more than there is, is refused, and all stays as it was', async () => {
    const { rewrite, balance, found } = await scheduled({ credits: 2 });
    expect(await rewrite({ text: LONG })).toMatchObject({ status: 402, body: { code: 'insufficient-credit' } });
    expect(await found()).toMatchObject({ text: asSent('Goedemorgen'), parts: 1 });
    expect(await balance()).toMatchObject({ available: 1, reserved: 1 });
  });

  it('E0-5 is paid from all shards of the wallet', async () => {
    const { rewrite, balance } = await scheduled({ credits: 6, walletShards: 4 });
    expect(await rewrite({ text: 'x'.repeat(800) })).toMatchObject({ status: 200, body: { credits: 6 } });
    expect(await balance()).toMatchObject({ available: 0, reserved: 6 });
  });

  it('E0-5 is never changed beside a step that knew the old one: no credit is lost', async () => {
    const { rewrite, balance, message, messages, cancel } = await scheduled();
    const before = await message();
    await rewrite({ text: LONG });
    const now = new Date();
    expect(await messages.step(before, { to: 'cancelled', at: now, bookedAt: now })).toBe(false);
    expect(await messages.enterLane(before, now)).toBe(false);
    await Promise.all([rewrite({ text: 'Tot morgen' }), cancel(), rewrite({ text: LONG })]);
    expect(await balance()).toMatchObject({ granted: 10, available: 10, reserved: 0 });
  });

  it('that becomes due meanwhile has one winner: the text that goes is the one that is paid for, and the answer says which', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { rewrite, whenDue, found, balance } = await scheduled();
      const [answer, texts] = await Promise.all([rewrite({ text: LONG }), whenDue()]);
      expect([200, 409]).toContain(answer.status);
      const [text, credits] = answer.status === 200 ? [LONG, 3] : ['Goedemorgen', 1];
      const gone = texts.length > 0 ? texts : await whenDue();
      expect(gone).toEqual([asSent(text)]);
      expect(await found()).toMatchObject({ text: asSent(text), credits });
      expect(await balance()).toMatchObject({ granted: 10, available: 10 - credits, reserved: credits });
    }
  });

  it('is refused for one of a batch, in the language of who asks', async () => {
    const { id, tenantId, rewrite } = await scheduled();
    const batchId = 'bat_01JD0000000000000000000000';
    await table.write({ update: keys.message(tenantId, id), change: { set: { batchId } } });
    expect(await rewrite({ text: 'Tot morgen' }, { 'accept-language': 'nl' })).toMatchObject({
      status: 409,
      body: { errors: [{ message: 'Het hoort bij een verzending: stop die, en maak een andere' }] },
    });
  });
});
