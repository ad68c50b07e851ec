import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { dispatch } from '../../functions/domain/messaging/dispatch.ts';
import { loadAfter } from '../support/after.ts';
import { loadFunctions } from '../support/functions.ts';
import { inboundOffice, MOBILE, workerWith } from '../support/inbound-office.ts';
import { cloudOn } from '../support/message-on-table.ts';
import { readyBox } from '../support/messages.ts';
import { useTable } from '../support/table.ts';

const { table, name, client } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let follow: Awaited<ReturnType<typeof loadAfter>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  follow = await loadAfter();
});

async function office() {
  const one = await inboundOffice(table, functions, follow);
  const { ask } = one;
  return {
    ...one,
    optOuts: async () => (await ask(routes.listOptOuts)).body.items,
    credits: async () => (await ask(routes.getCredits)).body,
    lift: (optOutId: string) => ask(routes.liftOptOut, { params: { optOutId }, body: { reason: 'Asked for again' } }),
    choices: async (to: string) => (await ask(routes.getNumberChoices, { query: { to } })).body.items,
  };
}

describe('who sends STOP', () => {
  it('B3 G4 gets no more SMS: what waits is cancelled, its credit comes back, and nothing new is taken in', async () => {
    const { ask, post, receive, message, credits, optOuts, threads } = await office();
    const { body: waiting } = await post({ text: 'Morgen om zeven uur' });
    const { body: other } = await post({ to: '+31687654321', text: 'Hallo' });
    const { inboundId } = await receive({ text: 'stop!' });
    expect(await message(waiting.id)).toMatchObject({
      state: 'cancelled',
      reason: 'The recipient has asked for no more SMS.',
    });
    expect(await message(other.id)).toMatchObject({ state: 'accepted' });
    expect(await credits()).toMatchObject({ available: 99, reserved: 1 });
    expect(await post({ text: 'Hallo' })).toMatchObject({ status: 422, body: { code: 'recipient-opted-out' } });
    const [optOut, ...none] = await optOuts();
    expect(none).toEqual([]);
    expect(optOut).toMatchObject({ ending: '78', source: 'sms', word: 'STOP', inboundId });
    const [thread] = await threads();
    expect(thread).toMatchObject({ id: optOut.threadId, number: MOBILE, optOutId: optOut.id });
    expect((await ask(routes.getOptOut, { params: { optOutId: optOut.id } })).body).toEqual(optOut);
  });

  it('B6 gets the answer of the first request when one is repeated, though nothing new would be taken in', async () => {
    const { post, receive } = await office();
    const first = await post({ text: 'Hallo' }, 'k');
    await receive({ text: 'STOP' });
    expect(await post({ text: 'Hallo' }, 'k')).toMatchObject({ status: 202, body: first.body });
  });

  it('G4 is asked back from a box, and again where a message would leave', async () => {
    const { tenantId, post, receive, message } = await office();
    const { cloud, sent } = cloudOn(table, () => new Date());
    const box = readyBox({ tenantId });
    await cloud.boxes.add(box);
    const { body } = await post({ text: 'Hallo' });
    await dispatch(cloud, [{ type: 'message', tenantId, messageId: body.id }]);
    expect(sent.map(({ downlink }) => downlink.type)).toEqual(['attempts']);
    await receive({ text: 'Afmelden' });
    await dispatch(cloud, [{ type: 'message', tenantId, messageId: body.id }]);
    expect(sent.map(({ downlink }) => downlink.type)).toEqual(['attempts', 'revoke']);
    expect(await message(body.id)).toMatchObject({ state: 'handed-over', cancelRequestedAt: expect.any(String) });
  });

  it('G5 stands in the file of everybody with that number, once', async () => {
    const { ask, receive, tellOf } = await office();
    const { body } = await ask(routes.createWorker, { body: workerWith('06 12345678') });
    const said = await receive({ text: 'Stop' });
    await tellOf(said);
    const file = await ask(routes.listWorkerNotifications, { params: { workerId: body.id } });
    expect(file.body.items).toMatchObject([{ kind: 'sms-opted-out', by: 'system', at: said.receivedAt }]);
  });

  it('B3 gets SMS again once staff undo it with a reason, though the stream tells of the STOP once more', async () => {
    const { ask, post, receive, tellOf, optOuts, lift } = await office();
    const said = await receive({ text: 'Stop' });
    const [{ id }] = await optOuts();
    expect(await lift(id)).toMatchObject({ status: 200, body: { lifted: { reason: 'Asked for again' } } });
    expect(await lift(id)).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });
    await tellOf(said);
    expect((await post({ text: 'Hallo' })).status).toBe(202);
    const { body } = await ask(routes.listAuditLines, { query: { record: id } });
    expect(body.items).toMatchObject([
      { action: 'opt-out-undone', detail: 'Asked for again' },
      { action: 'opted-out', by: 'system' },
    ]);
    await receive({ text: 'Stop' });
    expect(await optOuts()).toMatchObject([{ source: 'sms' }, { id, lifted: {} }]);
    expect((await post({ text: 'Hallo' })).status).toBe(422);
  });

  it('G4 is known by a keyed hash alone, which stays when all else of the person is gone, and is another one elsewhere', async () => {
    const [here, there] = [await office(), await office()];
    for (const { receive } of [here, there]) await receive({ text: 'Stop' });
    const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
    const kept = Items.map((item) => unmarshall(item)).filter(
      ({ type }) => type === 'opt-out' || type === 'number-choice',
    );
    expect(JSON.stringify(kept)).not.toMatch(/612345678/);
    expect(kept.filter((item) => 'expiresAtSeconds' in item)).toEqual([]);
    const [one, other] = await Promise.all([here, there].map(async ({ optOuts }) => (await optOuts())[0].threadId));
    expect(one).not.toBe(other);
  });
});

describe('staff', () => {
  it('B3 record that somebody wants no SMS, at all numbers of a record; what waits is cancelled', async () => {
    const { ask, post, message, choices, optOuts } = await office();
    const phones = [{ number: '0612345678', mobile: true }, { number: '030 123 4567' }];
    const { body: worker } = await ask(routes.createWorker, { body: { ...workerWith('06'), phones } });
    const { body: waiting } = await post({ to: worker.id, text: 'Hallo' });
    const body = { to: worker.id, reason: 'By telephone' };
    for (const _ of ['once', 'again']) expect((await ask(routes.recordOptOut, { body })).status).toBe(200);
    expect(await message(waiting.id)).toMatchObject({ state: 'cancelled' });
    expect(await choices(worker.id)).toMatchObject([
      { number: MOBILE, maySend: false, optOut: { id: expect.stringMatching(/^opt_/) } },
      { number: '+31301234567', maySend: false },
    ]);
    expect(await optOuts()).toHaveLength(2);
    expect(await optOuts()).toContainEqual(
      expect.objectContaining({ source: 'staff', recordId: worker.id, reason: 'By telephone' }),
    );
  });

  it('B3 see no choices of records that they may not see, and need the permission to change any', async () => {
    const { ask, asking } = await office();
    const { body: worker } = await ask(routes.createWorker, { body: workerWith(MOBILE) });
    const reader = await asking(['messages:read']);
    expect((await reader(routes.getNumberChoices, { query: { to: worker.id } })).status).toBe(403);
    expect((await reader(routes.recordOptOut, { body: { to: MOBILE, reason: 'x' } })).status).toBe(403);
    expect((await reader(routes.getNumberChoices, { query: { to: 'nobody' } })).status).toBe(422);
  });

  it('B6 B3 copies of messages to who has opted out are refused one by one', async () => {
    const { ask, post, receive, optOuts } = await office();
    const { body: gone } = await post({ text: 'Hallo' });
    await receive({ text: 'Stop' });
    const copies = await ask(routes.resendMessages, { body: { messageIds: [gone.id] } });
    expect(copies.body.items).toEqual([{ copyOf: gone.id, refused: 'recipient-opted-out' }]);
    expect(await optOuts()).toHaveLength(1);
  });
});
