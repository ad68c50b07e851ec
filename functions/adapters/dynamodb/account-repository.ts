import type { ApiToken, Session } from '../../domain/access/model.ts';
import type { Account, Accounts } from '../../domain/access/ports.ts';
import type { Employee, Tenant } from '../../domain/directory/model.ts';
import { apiTokenOf } from './codecs/api-token.ts';
import { employeeOf } from './codecs/employee.ts';
import { rolesOf } from './codecs/roles.ts';
import { sessionOf } from './codecs/session.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

/** Who makes a request: one consistent BatchGetItem each time. */
export class AccountRepository implements Accounts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async bySession({
    tenantId,
    personId,
    secretHash,
  }: Pick<Session, 'tenantId' | 'personId' | 'secretHash'>): Promise<(Account & { session: Session }) | undefined> {
    const [session, ...rest] = await this.#table.batchGet([
      keys.session(tenantId, personId, secretHash),
      ...accountKeys(tenantId, personId),
    ]);
    const account = accountOf(rest);
    return session && account && { ...account, session: sessionOf(session) };
  }

  async byToken({
    tenantId,
    tokenId,
  }: Pick<ApiToken, 'tenantId' | 'tokenId'>): Promise<{ tenant: Tenant; token: ApiToken } | undefined> {
    const [token, tenant] = await this.#table.batchGet([keys.apiToken(tenantId, tokenId), keys.tenant(tenantId)]);
    return token && tenant && { tenant: tenantOf(tenant), token: apiTokenOf(token) };
  }

  async ofEmployee({ tenantId, employeeId }: Pick<Employee, 'tenantId' | 'employeeId'>): Promise<Account | undefined> {
    return accountOf(await this.#table.batchGet(accountKeys(tenantId, employeeId)));
  }
}

const accountKeys = (tenantId: string, employeeId: string) => [
  keys.tenant(tenantId),
  keys.employee(tenantId, employeeId),
  keys.roles(tenantId),
];

function accountOf([tenant, employee, roles]: readonly (Item | undefined)[]): Account | undefined {
  return tenant && employee && { tenant: tenantOf(tenant), employee: employeeOf(employee), roles: rolesOf(roles) };
}
