import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { WorkQueueRepository } from '../../../functions/adapters/dynamodb/work-queue-repository.ts';
import { listApiTokens } from '../../../functions/domain/access/list-api-tokens.ts';
import { createTenant } from '../../../functions/domain/directory/create-tenant.ts';
import { createEmployeeWithLogin } from '../../../functions/domain/directory/employees/create-employee-with-login.ts';
import { createRole } from '../../../functions/domain/directory/roles/keep-role.ts';
import { accessOn, almighty, makeAgency, PASSWORD, SOMEBODY } from '../../support/agency.ts';
import { useTable } from '../../support/table.ts';

const { table } = useTable();
const access = accessOn(table);
const someone = { ...SOMEBODY, loginName: 'bo', roles: [] };

describe('the directory', () => {
  it('takes a short name once', async () => {
    const { slug } = await makeAgency(access);
    const again = createTenant(access, { slug, name: 'Another', country: 'DE', language: 'de' });
    await expect(again).rejects.toMatchObject({ code: 'name-taken' });
  });

  it.each(['', 'West', '-west', 'west-', 'we st', 'x'.repeat(64)])('refuses %j as a short name', async (slug) => {
    const made = createTenant(access, { slug, name: 'West', country: 'NL', language: 'nl' });
    await expect(made).rejects.toMatchObject({ code: 'invalid-request', errors: [{ path: 'slug' }] });
  });

  it('shows a new tenant to the clock', async () => {
    const { tenant } = await makeAgency(access);
    const { tenantIds } = await new WorkQueueRepository(table).tenants();
    expect(tenantIds).toContain(tenant.tenantId);
  });

  it('takes a login name once in a tenant, whatever its case, and in another tenant again', async () => {
    const [one, other] = [await makeAgency(access), await makeAgency(access)];
    await createEmployeeWithLogin(access, one.tenant.tenantId, someone);
    const again = createEmployeeWithLogin(access, one.tenant.tenantId, { ...someone, loginName: 'BO' });
    await expect(again).rejects.toMatchObject({ code: 'name-taken' });
    await createEmployeeWithLogin(access, other.tenant.tenantId, someone);
  });

  it('takes a role once, and several of them at once', async () => {
    const { tenant } = await makeAgency(access);
    const make = (name: string) =>
      createRole(access, almighty(tenant.tenantId), { name, permissions: ['messages:send'] });
    const made = await Promise.all([make('planner'), make('director')]);
    const { roles } = await access.roles.find(tenant.tenantId);
    for (const { id, ...role } of made) expect(roles[id]).toEqual(role);
    await expect(make('planner')).rejects.toMatchObject({ code: 'name-taken' });
  });

  it('A12 refuses an unsafe password, an unknown role and a name with a space, all at once', async () => {
    const { tenant } = await makeAgency(access);
    const made = createEmployeeWithLogin(access, tenant.tenantId, {
      ...SOMEBODY,
      loginName: 'b o',
      password: 'elevenchars',
      roles: ['constructor'],
    });
    await expect(made).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [
        { path: 'roles[0]', message: 'There is no {id}', values: { id: 'constructor' } },
        { path: 'loginName' },
        { path: 'password', message: 'Give at least {least} characters', values: { least: 12 } },
      ],
    });
  });

  it('A3 stores neither a password nor the secret of a token', async () => {
    const { tenant, employee, apiToken } = await makeAgency(access);
    const { loginName } = await employee();
    const { token, id } = await apiToken(['messages:read']);
    const stored = JSON.stringify([
      await table.get(keys.login(tenant.tenantId, loginName.toLowerCase())),
      await table.get(keys.apiToken(tenant.tenantId, id)),
    ]);
    expect(stored).toContain('argon2id-19456-2-1');
    expect(stored).not.toContain(PASSWORD);
    expect(stored).not.toContain(token.split('.')[2]);
  });

  it('lists tokens by pages, newest first, of one tenant', async () => {
    const [{ tenant, apiToken }, other] = [await makeAgency(access), await makeAgency(access)];
    await other.apiToken(['messages:send']);
    const made = await Promise.all([1, 2, 3].map(() => apiToken(['messages:send'])));
    const ids = made.map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1));
    const first = await listApiTokens(access.apiTokens, tenant.tenantId, 2);
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.next).toBe(ids[1]);
    const second = await listApiTokens(access.apiTokens, tenant.tenantId, 2, first.next);
    expect(second.items.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second.next).toBeUndefined();
  });
});
