import { type Permission, permissionNames, type Scope } from '../../contract/permissions.ts';
import { createPasswords } from '../../functions/adapters/crypto/passwords.ts';
import { secrets } from '../../functions/adapters/crypto/secrets.ts';
import { AccountRepository } from '../../functions/adapters/dynamodb/account-repository.ts';
import { AgencySiteRepository } from '../../functions/adapters/dynamodb/agency-site-repository.ts';
import { ApiTokenRepository } from '../../functions/adapters/dynamodb/api-token-repository.ts';
import { DeviceRepository } from '../../functions/adapters/dynamodb/device-repository.ts';
import { DirectoryRepository } from '../../functions/adapters/dynamodb/directory-repository.ts';
import { EmployeeRepository } from '../../functions/adapters/dynamodb/employee-repository.ts';
import { LimitCounters } from '../../functions/adapters/dynamodb/limit-counters.ts';
import { LoginRepository } from '../../functions/adapters/dynamodb/login-repository.ts';
import { RoleRepository } from '../../functions/adapters/dynamodb/role-repository.ts';
import { SecondFactorRepository } from '../../functions/adapters/dynamodb/second-factor-repository.ts';
import { SessionRepository } from '../../functions/adapters/dynamodb/session-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { isCommonPassword } from '../../functions/adapters/passwords/common-passwords.ts';
import { createApiToken } from '../../functions/domain/access/create-api-token.ts';
import { logIn } from '../../functions/domain/access/log-in.ts';
import { createTenant } from '../../functions/domain/directory/create-tenant.ts';
import { createEmployeeWithLogin } from '../../functions/domain/directory/employees/create-employee-with-login.ts';
import type { Acting } from '../../functions/domain/directory/employees/rights.ts';
import type { Tenant } from '../../functions/domain/directory/model.ts';
import { createRole } from '../../functions/domain/directory/roles/keep-role.ts';
import type { MessagingOfTenant } from '../../functions/domain/messaging/settings/model.ts';
import type { Clock } from '../../functions/domain/shared/clock.ts';
import { newId } from './messages.ts';
import { OFFERED_SMS } from './offered-sms.ts';

export const PASSWORD = 'correct horse battery';
/** Of a client, another one each time: what a test does not count is not limited. */
export function anAddress(): string {
  const group = () => Math.floor(Math.random() * 0x10000).toString(16);
  return `2001:db8:${group()}:${group()}::1`;
}

const passwords = createPasswords();
let hashed: Promise<string> | undefined;
/** The same password for everybody is hashed once: some hundreds of people are made in a run. */
const ofPeople = {
  ...passwords,
  hash(password: string) {
    if (password !== PASSWORD) return passwords.hash(password);
    hashed ??= passwords.hash(PASSWORD);
    return hashed;
  },
};

/** All of logins and directory on a table, with a clock that a test may set. */
export function accessOn(table: Table, clock: Clock = { now: () => new Date() }) {
  const logins = new LoginRepository(table);
  const accounts = new AccountRepository(table);
  const sessions = new SessionRepository(table);
  const devices = new DeviceRepository(table);
  const apiTokens = new ApiTokenRepository(table);
  const directory = new DirectoryRepository(table);
  const employees = new EmployeeRepository(table);
  const roles = new RoleRepository(table);
  const secondFactors = new SecondFactorRepository(table);
  const counters = new LimitCounters(table);
  const sites = new AgencySiteRepository(table);
  return {
    ...{ sites, counters, logins, accounts, sessions, devices, apiTokens, directory, employees, roles },
    passwords: ofPeople,
    ...{ secondFactors, isCommonPassword, guessedAt: () => {}, secrets, clock, newId },
  };
}
export type Access = ReturnType<typeof accessOn>;

export const SOMEBODY = { name: 'Anna', language: 'nl', password: PASSWORD } as const;

/** Somebody who may give any right. */
export const almighty = (tenantId: string): Acting => ({
  ...{ tenantId, id: newId('emp'), requestId: 'req-1', address: '192.0.2.1' },
  permissions: new Set(permissionNames),
});

/** A tenant, and logins in it; names are made up new each time. */
export async function makeAgency(
  access: Access,
  staffSecondFactor: Tenant['staffSecondFactor'] = 'optional',
  sms: MessagingOfTenant = OFFERED_SMS,
) {
  const slug = newId('ten').slice(4).toLowerCase();
  const tenant = await createTenant(access, {
    slug,
    name: `Agency ${slug}`,
    country: 'NL',
    language: 'nl',
    staffSecondFactor,
    sms,
  });
  const { tenantId } = tenant;

  async function employee(...permissions: Permission[]) {
    const name = newId('emp').slice(4);
    const { id } = await createRole(access, almighty(tenantId), { name, permissions });
    return employeeWith(id);
  }
  const employeeWith = (roleId: string) =>
    createEmployeeWithLogin(access, tenantId, {
      ...SOMEBODY,
      loginName: `Anna${newId('emp').slice(4)}`,
      roles: [roleId],
    });
  const sessionOf = ({ loginName }: { readonly loginName: string }) =>
    logIn(access, { tenant: slug, loginName, password: PASSWORD, address: anAddress() });
  const session = async (...permissions: Permission[]) => sessionOf(await employee(...permissions));
  const sessionWith = async (roleId: string) => sessionOf(await employeeWith(roleId));
  async function apiToken(scopes: Scope[], validDays = 1) {
    const maker = { ...almighty(tenantId), permissions: new Set<Permission>(scopes) };
    return createApiToken(access, maker, { name: 'Test', scopes, validDays });
  }
  return { tenant, slug, employee, session, sessionWith, apiToken };
}
