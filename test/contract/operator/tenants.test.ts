import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiFunction } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes/index.ts';
import type { ApiHandler } from '../../../functions/http/create-api.ts';
import { accessOn, anAddress, makeAgency, PASSWORD } from '../../support/agency.ts';
import { loadFunctions, send } from '../../support/functions.ts';
import { newId } from '../../support/messages.ts';
import { loggedInOperator } from '../../support/operators.ts';
import { staffOf } from '../../support/staff.ts';
import { useTable } from '../../support/table.ts';

const { table, name } = useTable();
const access = accessOn(table);
let functions: Record<ApiFunction, ApiHandler>;
let operator: Awaited<ReturnType<typeof loggedInOperator>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  operator = await loggedInOperator(functions, access);
});

const newSlug = () => newId('ten').slice(4).toLowerCase();
const administrator = { name: 'Anna de Vries', language: 'nl', mailAddress: 'anna@west.example' };
const bodyFor = (slug: string) => ({ slug, name: 'Uitzendbureau West', country: 'NL', language: 'nl', administrator });
const create = (slug: string) => operator.ask(routes.createTenant, { body: bodyFor(slug) });
const accept = (link: string) =>
  send(functions, routes.acceptInvitation, {
    address: anAddress(),
    body: { token: link.split('#')[1], loginName: newId('emp'), password: PASSWORD },
  });

describe('an operator', () => {
  it('B13 makes an agency, whose first administrator comes by the link of the answer', async () => {
    const slug = newSlug();
    const { status, body } = await create(slug);
    expect(status).toBe(201);
    expect(body.tenant).toMatchObject({ slug, country: 'NL', pricePer: 'message', sendingStopped: false });
    const answer = await accept(body.invitation.link);
    expect(answer.body).toMatchObject({ tenant: { slug }, employee: { name: 'Anna de Vries' } });
    expect(answer.body.permissions).not.toEqual([]);
    expect((await operator.ask(routes.getTenant, { params: { tenantId: body.tenant.id } })).body).toEqual(body.tenant);
  });

  it('B13 invites the first administrator anew, until there is one', async () => {
    const { body } = await create(newSlug());
    const params = { tenantId: body.tenant.id };
    const again = await operator.ask(routes.inviteFirstAdministrator, { params, body: { administrator } });
    expect(again.status).toBe(201);
    expect((await accept(body.invitation.link)).status).toBe(403);
    expect((await accept(again.body.link)).status).toBe(201);
    const late = await operator.ask(routes.inviteFirstAdministrator, { params, body: { administrator } });
    expect(late).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });
  });

  it.each(['operator', 'We st', '-west'])('cannot make an agency with the short name %s', async (slug) => {
    expect(await create(slug)).toMatchObject({ status: 400, body: { errors: [{ path: 'slug' }] } });
  });

  it('cannot make the same agency twice', async () => {
    const slug = newSlug();
    await create(slug);
    expect(await create(slug)).toMatchObject({ status: 409, body: { code: 'name-taken' } });
  });

  it('B13 sees all agencies, newest first and page by page, and not the operators among them', async () => {
    for (const slug of [newSlug(), newSlug(), newSlug()]) await create(slug);
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor !== undefined && { cursor }) };
      const { body } = await operator.ask(routes.listTenants, { query });
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted().reverse()).toEqual(ids);
    expect(ids).not.toContain(operator.tenantId);
    expect(await operator.ask(routes.getTenant, { params: { tenantId: operator.tenantId } })).toMatchObject({
      status: 404,
    });
  });

  it('A20 what was done to an agency is in its audit trail as an operator’s, and in the operators’ with who it was', async () => {
    const { body } = await create(newSlug());
    const record = body.tenant.id;
    const { items } = (await operator.ask(routes.listOperatorAuditLines, { query: { record } })).body;
    const line = { record, action: 'agency-created', requestId: 'req-1', address: '127.0.0.1' };
    expect(items).toMatchObject([{ ...line, by: operator.employeeId }]);
    const agency = await makeAgency(access);
    const staff = await staffOf(functions, access, agency).administrator();
    const own = await staff.ask(routes.listAuditLines, { query: { record: agency.tenant.tenantId } });
    expect(own.body.items).toMatchObject([{ action: 'agency-created', by: 'operator' }]);
  });
});
