import { beforeAll, expect, it } from 'vitest';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { loadFunctions } from '../support/functions.ts';
import { makePortal, OWN_PASSWORD, type Portal } from '../support/portal.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let portal: Portal;
beforeAll(async () => {
  functions = await loadFunctions(name);
  portal = await makePortal(functions, table);
});

async function trail(subjectId: string) {
  const partition = { pk: personPartition(portal.tenantId, subjectId) };
  const { items } = await table.query({ partition, sort: { attribute: 'sk', beginsWith: 'AUDIT#' }, limit: 100 });
  return items;
}

it('A20 each step in the life of an access is a line: who, from where, by which request, from what to what', async () => {
  const { workerId } = await portal.settled({ givenName: 'Anouk' });
  const act = (action: string) =>
    portal.staff(routes.actOnPortalAccess, {
      ...{ params: { workerId, action }, body: { slipIfNotMailed: true }, address: '203.0.113.7' },
    });
  for (const action of ['block', 'grant', 'disable']) expect((await act(action)).status).toBe(200);
  const lines = await trail(workerId);
  const staff = expect.stringMatching(/^tok_/);
  const line = (by: unknown, action: string, detail?: string) =>
    expect.objectContaining({ by, action, requestId: 'req-1', address: expect.any(String), ...(detail && { detail }) });
  expect(lines).toEqual([
    line(staff, 'created'),
    line(staff, 'portal-access-enable', 'disabled → enabled'),
    line(workerId, 'portal-access-own-login-data'),
    line(staff, 'portal-access-block', 'enabled → blocked'),
    line(staff, 'portal-access-grant', 'blocked → enabled'),
    line(staff, 'portal-access-disable', 'enabled → disabled'),
  ]);
  expect(lines.slice(3).map(({ address }) => address)).toEqual(['203.0.113.7', '203.0.113.7', '203.0.113.7']);
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`argon2|${OWN_PASSWORD}|Anouk`));
});

it('A20 an illegal step leaves no line', async () => {
  const { workerId } = await portal.enabled();
  const before = await trail(workerId);
  expect((await portal.act(workerId, 'grant')).status).toBe(409);
  expect(await trail(workerId)).toEqual(before);
});

it('A20 API tokens that are made and withdrawn leave a line each, without the token', async () => {
  const { token } = await portal.agency.session('api-tokens:manage', 'workers:read');
  const ask = portal.browser({ cookies: [`__Host-heraut=${token}`] });
  const made = await ask(routes.createApiToken, {
    body: { name: 'Planning', scopes: ['workers:read'] },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect((await ask(routes.deleteApiToken, { params: { tokenId: made.body.id } })).status).toBe(204);
  const lines = await trail(made.body.id);
  const by = expect.stringMatching(/^emp_/);
  expect(lines).toMatchObject([
    { by, action: 'api-token-created', address: '127.0.0.1', requestId: 'req-1' },
    { by, action: 'api-token-withdrawn', address: '127.0.0.1', requestId: 'req-1' },
  ]);
  expect(JSON.stringify(lines)).not.toContain(made.body.token.split('.')[2]);
});
