import { describe, expect, it, vi } from 'vitest';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { authenticate } from '../../../functions/domain/access/authenticate.ts';
import { deleteApiToken } from '../../../functions/domain/access/delete-api-token.ts';
import { logOut } from '../../../functions/domain/access/log-out.ts';
import { accessOn, almighty, makeAgency, SOMEBODY } from '../../support/agency.ts';
import { useTable } from '../../support/table.ts';

const MINUTE = 60_000;
const { table, client } = useTable();
function setUp() {
  const time = { now: new Date('2026-11-21T10:00:00.000Z') };
  const access = accessOn(table, { now: () => time.now });
  const pass = (milliseconds: number) => {
    time.now = new Date(time.now.getTime() + milliseconds);
  };
  const who = (kind: 'session' | 'api-token', token: string) => authenticate(access, { kind, token });
  return { access, pass, who };
}
const refused = { code: 'not-logged-in' };

describe('a session', () => {
  it('tells who it is, in which tenant, and what they may do', async () => {
    const { access, who } = setUp();
    const { tenant, session } = await makeAgency(access);
    const { token, principal } = await session('messages:read', 'credits:read');
    expect(await who('session', token)).toEqual({ ...principal, tenant });
  });

  it('costs one read a request, and a write once a minute', async () => {
    const { access, pass, who } = setUp();
    const { session } = await makeAgency(access);
    const { token } = await session();
    const send = vi.spyOn(client, 'send');
    const calls = async () => {
      send.mockClear();
      await who('session', token);
      return send.mock.calls.map(([command]) => command.constructor.name);
    };
    expect(await calls()).toEqual(['BatchGetItemCommand']);
    pass(MINUTE);
    expect(await calls()).toEqual(['BatchGetItemCommand', 'UpdateItemCommand']);
    expect(await calls()).toEqual(['BatchGetItemCommand']);
    send.mockRestore();
  });

  it('A16 ends after 30 minutes without a request', async () => {
    const { access, pass, who } = setUp();
    const { session } = await makeAgency(access);
    const { token } = await session();
    pass(30 * MINUTE - 1);
    await who('session', token);
    pass(30 * MINUTE - 1);
    await who('session', token);
    pass(30 * MINUTE);
    await expect(who('session', token)).rejects.toMatchObject(refused);
  });

  it('A16 ends after 12 hours, however busy', async () => {
    const { access, pass, who } = setUp();
    const { session } = await makeAgency(access);
    const { token } = await session();
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      pass(20 * MINUTE);
      await who('session', token);
    }
    pass(20 * MINUTE);
    await expect(who('session', token)).rejects.toMatchObject(refused);
  });

  it('is worth nothing after logging out', async () => {
    const { access, who } = setUp();
    const { session } = await makeAgency(access);
    const { token, principal } = await session();
    await logOut(access.sessions, principal);
    await expect(who('session', token)).rejects.toMatchObject(refused);
  });

  it('is not brought back by a request that overtakes the logout', async () => {
    const { access } = setUp();
    const { session } = await makeAgency(access);
    const { principal } = await session();
    if (principal.kind !== 'employee') throw new Error('a session belongs to an employee');
    const found = await access.accounts.bySession({
      tenantId: principal.tenantId,
      personId: principal.id,
      secretHash: principal.sessionHash,
    });
    await logOut(access.sessions, principal);
    expect(found && (await access.sessions.noteSeen(found.session, new Date()))).toBe(false);
  });

  it('goes on when a role holds a permission of another version', async () => {
    const { access, who } = setUp();
    const { tenant, session } = await makeAgency(access);
    const { token, principal } = await session('messages:read');
    const account = await access.accounts.ofPerson({ ...principal, personId: principal.id });
    const role = account?.kind === 'employee' ? account.employee.roles[0] : undefined;
    const other = { name: 'Other', permissions: ['workers:read', 'moon:visit'], version: 1 };
    await table.write({ update: keys.roles(tenant.tenantId), change: { set: { [`role:${role}`]: other } } });
    expect((await who('session', token)).permissions).toEqual(new Set(['messages:send', 'workers:read']));
  });

  it('A7 follows a change of the employee on the next request', async () => {
    const { access, who } = setUp();
    const { session } = await makeAgency(access);
    const { token, principal } = await session('workers:read');
    const employee = keys.entry(principal.tenantId, principal.id);
    await table.write({ update: employee, change: { set: { fields: { ...SOMEBODY, phones: [], roles: [] } } } });
    expect((await who('session', token)).permissions.has('workers:read')).toBe(false);
    await table.write({ update: employee, change: { set: { status: 'disabled' } } });
    await expect(who('session', token)).rejects.toMatchObject(refused);
  });
});

describe('an API token', () => {
  it('may do what its scopes say', async () => {
    const { access, who } = setUp();
    const { tenant, apiToken } = await makeAgency(access);
    const { token, id } = await apiToken(['messages:send']);
    expect(await who('api-token', token)).toMatchObject({
      kind: 'api-token',
      id,
      tenantId: tenant.tenantId,
      permissions: new Set(['messages:send']),
    });
  });

  it('ends at its time', async () => {
    const { access, pass, who } = setUp();
    const { apiToken } = await makeAgency(access);
    const { token } = await apiToken(['messages:send'], 1);
    pass(24 * 60 * MINUTE - 1);
    await who('api-token', token);
    pass(1);
    await expect(who('api-token', token)).rejects.toMatchObject(refused);
  });

  it('is worth nothing once it is withdrawn', async () => {
    const { access, who } = setUp();
    const { tenant, apiToken } = await makeAgency(access);
    const { token, id } = await apiToken(['messages:send']);
    await deleteApiToken(access, almighty(tenant.tenantId), id);
    await expect(who('api-token', token)).rejects.toMatchObject(refused);
    await expect(deleteApiToken(access, almighty(tenant.tenantId), id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('A21 opens nothing in another tenant, with its own secret or another one', async () => {
    const { access, who } = setUp();
    const [mine, other] = [await makeAgency(access), await makeAgency(access)];
    const [a, b] = [await mine.apiToken(['messages:send']), await other.apiToken(['messages:send'])];
    const [, aId, aSecret] = a.token.split('.');
    const bSecret = b.token.split('.')[2];
    for (const forged of [
      `ht_${other.tenant.tenantId}.${aId}.${aSecret}`,
      `ht_${other.tenant.tenantId}.${b.id}.${aSecret}`,
      `ht_${mine.tenant.tenantId}.${aId}.${bSecret}`,
      a.token.slice(0, -1),
      `${a.token}#`,
    ]) {
      await expect(who('api-token', forged)).rejects.toMatchObject(refused);
    }
  });
});
