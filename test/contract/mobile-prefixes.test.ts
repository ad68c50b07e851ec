import { beforeAll, expect, it } from 'vitest';
import { messagingRoutes } from '../../contract/routes/messaging.ts';
import { MAX_PREFIXES, mobilePrefixRoutes } from '../../contract/routes/mobile-prefixes.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
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
  const { token } = await agency.apiToken(['messages:send', 'messages:read', 'mobile-prefixes:manage']);
  const headers = { authorization: `Bearer ${token}` };
  const read = () => send(functions, mobilePrefixRoutes.getMobilePrefixes, { headers });
  const change = (prefixes: unknown, version: number) =>
    send(functions, mobilePrefixRoutes.changeMobilePrefixes, {
      ...{ body: { prefixes }, headers: { ...headers, 'if-match': `"${version}"` } },
    });
  const post = (to: string) =>
    send(functions, messagingRoutes.sendMessage, {
      ...{ body: { to, text: 'Goedemorgen' }, headers: { ...headers, 'idempotency-key': newId('key') } },
    });
  const sentTo = (to: string) => send(functions, messagingRoutes.listMessages, { headers, query: { to } });
  return { tenantId, read, change, post, sentTo };
}

it('E4-17 a number outside the table is refused with the reason, from the change on; an empty table refuses none', async () => {
  const { read, change, post } = await setUp();
  expect(await read()).toMatchObject({ status: 200, body: { prefixes: [], version: 0 }, headers: { etag: '"0"' } });
  expect((await post('0612345678')).status).toBe(202);
  expect(await change(['+436', '+4915'], 0)).toMatchObject({ status: 200, body: { version: 1 } });
  expect(await post('0612345678')).toMatchObject({
    status: 422,
    body: {
      code: 'number-not-mobile',
      errors: [{ path: 'to', message: 'Its prefix is not in the table of mobile prefixes (93001)' }],
    },
  });
  expect((await post('+4915123456789')).status).toBe(202);
  await change([], 1);
  expect((await post('0612345678')).status).toBe(202);
});

it('E3-9 what was sent to a number is found when the table no longer has it', async () => {
  const { change, post, sentTo } = await setUp();
  const { id } = (await post('0612345678')).body;
  await change(['+436'], 0);
  expect(await sentTo('06 1234 5678')).toMatchObject({ status: 200, body: { items: [{ id }] } });
  expect(await sentTo('twelve')).toMatchObject({ status: 422, body: { code: 'number-invalid' } });
});

it('A20 two editors do not overwrite each other, and each change leaves its line', async () => {
  const { tenantId, read, change } = await setUp();
  const answers = await Promise.all([change(['+316'], 0), change(['+436'], 0)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await read()).body.prefixes).toHaveLength(1);
  const { pk } = keys.audit(tenantId, 'mobile-prefixes', '');
  const { items } = await table.query({ partition: { pk }, limit: 10 });
  expect(items).toHaveLength(1);
});

it.each([
  ['without its country', ['06']],
  ['with letters', ['+31six']],
  ['twice', ['+316', '+316']],
  ['more than there is room for', Array.from({ length: MAX_PREFIXES + 1 }, (_, index) => `+31${1000 + index}`)],
  ['that are no list', '+316'],
])('refuses prefixes %s', async (_, prefixes) => {
  const { change } = await setUp();
  expect((await change(prefixes, 0)).status).toBe(400);
});
