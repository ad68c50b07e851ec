import { beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { loadAfter } from '../support/after.ts';
import { bringMessage } from '../support/brought-message.ts';
import { loadFunctions } from '../support/functions.ts';
import { inboundOffice, MOBILE, workerWith } from '../support/inbound-office.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let follow: Awaited<ReturnType<typeof loadAfter>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  follow = await loadAfter();
});

async function office() {
  const one = await inboundOffice(table, functions, follow);
  const { tenantId, ask } = one;
  const tellOf = async (messageId: string) => follow((await table.get(keys.message(tenantId, messageId))) ?? {});
  return {
    ...one,
    tellOf,
    /** An SMS is sent, and what follows from it happens. */
    async sent(to: string) {
      const { id } = (await one.post({ to, text: 'Morgen om zeven uur' })).body;
      await bringMessage(table, tenantId, id, 'submitted');
      expect(await tellOf(id)).toBe(true);
      return id as string;
    },
    file: async (route: Route, params: Record<string, string>) => (await ask(route, { params })).body.items,
    worker: async () => (await ask(routes.createWorker, { body: workerWith(MOBILE) })).body.id as string,
  };
}

describe('an SMS to a record', () => {
  it('E0-8 E3-11 stands in the file of its recipient, newest first, once, though the stream tells of it again', async () => {
    const { worker, sent, tellOf, file, message } = await office();
    const workerId = await worker();
    const first = await sent(workerId);
    const second = await sent(workerId);
    for (const id of [first, second]) await tellOf(id);
    expect(await file(routes.listWorkerNotifications, { workerId })).toMatchObject([
      { kind: 'sms-sent', messageId: second, by: expect.stringMatching(/^tok_/) },
      { kind: 'sms-sent', messageId: first },
    ]);
    expect(await message(first)).toMatchObject({ state: 'submitted', eventRegistered: true });
  });

  it('E3-2 is registered after it was sent, and not before, nor when it never goes', async () => {
    const { tenantId, worker, post, tellOf, file, ask } = await office();
    const workerId = await worker();
    const { id } = (await post({ to: workerId, text: 'Hallo' })).body;
    await tellOf(id);
    await ask(routes.cancelMessage, { params: { messageId: id } });
    await tellOf(id);
    expect(await file(routes.listWorkerNotifications, { workerId })).toEqual([]);
    const late = (await post({ to: workerId, text: 'Hallo' })).body.id;
    await bringMessage(table, tenantId, late, 'unconfirmed');
    await tellOf(late);
    expect(await file(routes.listWorkerNotifications, { workerId })).toEqual([]);
  });

  it('E0-8 stands in the files of companies, contacts and employees too', async () => {
    const { ask, sent, file } = await office();
    const phones = [{ number: MOBILE, mobile: true }];
    const { id: companyId } = (await ask(routes.createCompany, { body: { name: 'De Brug', phones } })).body;
    const contact = { familyName: 'Smit', language: 'nl', phones };
    const params = { companyId };
    const { id: contactId } = (await ask(routes.createContact, { params, body: contact })).body;
    for (const [id, route] of [
      [companyId, routes.listCompanyNotifications],
      [contactId, routes.listContactNotifications],
    ] as const) {
      const messageId = await sent(id);
      expect(await file(route, { companyId, contactId })).toMatchObject([{ kind: 'sms-sent', messageId }]);
    }
  });

  it('E3-9 is listed as sent with an event; one to a bare number is not', async () => {
    const { ask, worker, sent } = await office();
    await sent('0687654321');
    const id = await sent(await worker());
    const { body } = await ask(routes.listMessages, { query: { event: 'registered' } });
    expect(body.items.map((one: { id: string }) => one.id)).toEqual([id]);
  });
});
