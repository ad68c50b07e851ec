import type { Permission, Scope } from '../../contract/permissions.ts';
import { createPasswords } from '../../functions/adapters/crypto/passwords.ts';
import { secrets } from '../../functions/adapters/crypto/secrets.ts';
import { AccountRepository } from '../../functions/adapters/dynamodb/account-repository.ts';
import { ApiTokenRepository } from '../../functions/adapters/dynamodb/api-token-repository.ts';
import { DeviceRepository } from '../../functions/adapters/dynamodb/device-repository.ts';
import { DirectoryRepository } from '../../functions/adapters/dynamodb/directory-repository.ts';
import { LimitCounters } from '../../functions/adapters/dynamodb/limit-counters.ts';
import { LoginRepository } from '../../functions/adapters/dynamodb/login-repository.ts';
import { SessionRepository } from '../../functions/adapters/dynamodb/session-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { createApiToken } from '../../functions/domain/access/create-api-token.ts';
import { logIn } from '../../functions/domain/access/log-in.ts';
import { createEmployee } from '../../functions/domain/directory/create-employee.ts';
import { createRole } from '../../functions/domain/directory/create-role.ts';
import { createTenant } from '../../functions/domain/directory/create-tenant.ts';
import type { Clock } from '../../functions/domain/shared/clock.ts';
import { newId } from './messages.ts';

export const PASSWORD = 'correct horse battery';
/** Of a client, another one each time: what a test does not count is not limited. */
export function anAddress(): string {
  const group = () => Math.floor(Math.random() * 0x10000).toString(16);
  return `2001:db8:${group()}:${group()}::1`;
}

/** All of logins and directory on a table, with a clock that a test may set. */
export function accessOn(table: Table, clock: Clock = { now: () => new Date() }) {
  const passwords = createPasswords();
  const logins = new LoginRepository(table);
  const accounts = new AccountRepository(table);
  const sessions = new SessionRepository(table);
  const devices = new DeviceRepository(table);
  const apiTokens = new ApiTokenRepository(table);
  const directory = new DirectoryRepository(table);
  const counters = new LimitCounters(table);
  return { counters, passwords, logins, accounts, sessions, devices, apiTokens, directory, secrets, clock, newId };
}
export type Access = ReturnType<typeof accessOn>;

/** A tenant, and logins in it; names are made up new each time. */
export async function makeAgency(access: Access) {
  const slug = newId('ten').slice(4).toLowerCase();
  const tenant = await createTenant(access, { slug, name: `Agency ${slug}`, country: 'NL', language: 'nl' });
  const { tenantId } = tenant;

  async function employee(...permissions: Permission[]) {
    const name = newId('emp').slice(4);
    await createRole(access.directory, tenantId, { name, permissions });
    return createEmployee(access, tenantId, {
      name: 'Anna',
      loginName: `Anna${name}`,
      password: PASSWORD,
      roles: [name],
    });
  }
  async function session(...permissions: Permission[]) {
    const { loginName } = await employee(...permissions);
    return logIn(access, { tenant: slug, loginName, password: PASSWORD, address: anAddress() });
  }
  async function apiToken(scopes: Scope[], validDays = 1) {
    const maker = { tenantId, id: newId('emp'), permissions: new Set<Permission>(scopes) };
    return createApiToken(access, maker, { name: 'Test', scopes, validDays });
  }
  return { tenant, slug, employee, session, apiToken };
}
