import type { ApiToken, Session } from '../../domain/access/model.ts';
import type { Account, Accounts } from '../../domain/access/ports.ts';
import type { Tenant } from '../../domain/directory/model.ts';
import { apiTokenOf } from './codecs/api-token.ts';
import { employeeOf } from './codecs/employee.ts';
import { contactNameOf, workerNameOf } from './codecs/entry.ts';
import { hirerAccessOf } from './codecs/hirer-access.ts';
import { portalAccessOf } from './codecs/portal-access.ts';
import { rolesOf } from './codecs/roles.ts';
import { sessionOf } from './codecs/session.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Item, Key, Table } from './table.ts';

type PersonKey = Pick<Session, 'tenantId' | 'personId'>;

/** Who makes a request: one consistent BatchGetItem each time, of as many items for one kind of person as for another. */
export class AccountRepository implements Accounts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async bySession({
    tenantId,
    personId,
    secretHash,
  }: PersonKey & Pick<Session, 'secretHash'>): Promise<{ account: Account; session: Session } | undefined> {
    const person = { tenantId, personId };
    const [session, ...rest] = await this.#table.batchGet([
      keys.session(tenantId, personId, secretHash),
      ...accountKeys(person),
    ]);
    const account = accountOf(person, rest);
    return session && account && { account, session: sessionOf(session) };
  }

  async byToken({
    tenantId,
    tokenId,
  }: Pick<ApiToken, 'tenantId' | 'tokenId'>): Promise<{ tenant: Tenant; token: ApiToken } | undefined> {
    const [token, tenant] = await this.#table.batchGet([keys.apiToken(tenantId, tokenId), keys.tenant(tenantId)]);
    return token && tenant && { tenant: tenantOf(tenant), token: apiTokenOf(token) };
  }

  async ofPerson(person: PersonKey): Promise<Account | undefined> {
    return accountOf(person, await this.#table.batchGet(accountKeys(person)));
  }
}

const isWorker = ({ personId }: PersonKey) => personId.startsWith('wrk_');
const isContact = ({ personId }: PersonKey) => personId.startsWith('con_');

function accountKeys(person: PersonKey): Key[] {
  const { tenantId, personId } = person;
  const tenant = keys.tenant(tenantId);
  if (isWorker(person)) return [tenant, keys.entry(tenantId, personId), keys.portalAccess(tenantId, personId)];
  if (isContact(person)) return [tenant, keys.entry(tenantId, personId), keys.hirerAccess(tenantId, personId)];
  return [tenant, keys.entry(tenantId, personId), keys.roles(tenantId)];
}

function accountOf(person: PersonKey, [tenant, who, rights]: readonly (Item | undefined)[]): Account | undefined {
  if (!tenant || !who) return undefined;
  if (!isWorker(person) && !isContact(person))
    return { kind: 'employee', tenant: tenantOf(tenant), employee: employeeOf(who), roles: rolesOf(rights) };
  if (!rights) return undefined;
  if (isContact(person)) {
    const contact = { contactId: person.personId, ...contactNameOf(who) };
    return { kind: 'contact', tenant: tenantOf(tenant), contact, access: hirerAccessOf(rights) };
  }
  const worker = { workerId: person.personId, name: workerNameOf(who) };
  return { kind: 'worker', tenant: tenantOf(tenant), worker, access: portalAccessOf(rights) };
}
