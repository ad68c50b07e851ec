import { beforeAll, expect, it } from 'vitest';
import { PERMISSION_TITLES } from '../../contract/permission-titles.ts';
import type { Permission } from '../../contract/permissions.ts';
import { routes } from '../../contract/routes/index.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { bringMessage } from '../support/brought-message.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { asSent } from '../support/offered-sms.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

async function setUp() {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 10, at: new Date() });
  const as = async (...permissions: Permission[]) => ({
    headers: { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' },
    cookies: [`__Host-heraut=${(await agency.session(...permissions)).token}`],
  });
  const [reader, other] = [await as('messages:read'), await as()];
  const add = async (text: string, to = '0612345678'): Promise<string> => {
    const headers = { ...reader.headers, 'idempotency-key': newId('key') };
    const { status, body } = await send(functions, routes.sendMessage, { ...reader, headers, body: { to, text } });
    expect(status).toBe(202);
    return body.id;
  };
  const list = (query: Record<string, string> = {}, who = reader) =>
    send(functions, routes.listMessages, { ...who, query });
  const ids = async (query: Record<string, string>) =>
    (await list(query)).body.items.map(({ id }: { id: string }) => id);
  return { tenantId, other, add, list, ids };
}

it('E4-4 the list of SMS needs permission 1669, says the status of each, and is searched by status, number and words', async () => {
  const { tenantId, other, add, list, ids } = await setUp();
  expect(PERMISSION_TITLES['messages:read'].number).toBe('1669');
  expect(await list({}, other)).toMatchObject({
    status: 403,
    body: { code: 'not-permitted', errors: [{ path: 'permission', message: 'messages:read' }] },
  });
  const [waiting, sending, sent] = [await add('Goedemorgen'), await add('Goedemiddag', '0687654321'), await add('Dag')];
  await bringMessage(table, tenantId, sending);
  await bringMessage(table, tenantId, sent, 'submitted');
  const { body } = await list();
  expect(body.items.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    [sent, 'submitted'],
    [sending, 'handed-over'],
    [waiting, 'accepted'],
  ]);
  expect(await ids({ state: 'submitted' })).toEqual([sent]);
  expect(await ids({ to: '0687654321' })).toEqual([sending]);
  expect(await ids({ text: 'goede' })).toEqual([sending, waiting]);
  expect(await ids({ text: 'goede', state: 'accepted' })).toEqual([waiting]);
});

it('E4-5 a number and a text add an SMS to the list, at its top and ready to go', async () => {
  const { add, list } = await setUp();
  await add('Eerst');
  const id = await add('Daarna');
  const [first] = (await list()).body.items;
  expect(first).toMatchObject({ id, state: 'accepted', to: '+31612345678', text: asSent('Daarna') });
});
