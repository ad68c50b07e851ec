import { createPasswords } from '../../functions/adapters/crypto/passwords.ts';
import { HirerAccessRepository } from '../../functions/adapters/dynamodb/hirer-access-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { loginNameKey } from '../../functions/domain/access/login-name.ts';
import { PASSWORD } from './agency.ts';
import { newId } from './messages.ts';

/** Gives a contact of the directory a login, as accepting an invitation does. @returns the login name */
export async function giveLogin(
  table: Table,
  { tenantId, contactId }: { tenantId: string; contactId: string },
): Promise<string> {
  const loginName = `hirer.${newId('con').slice(4)}`;
  const accesses = new HirerAccessRepository(table);
  const before = await accesses.find(tenantId, contactId);
  const next = {
    ...{ tenantId, contactId, status: 'enabled' as const, loginName },
    epoch: (before?.epoch ?? 0) + 1,
    version: (before?.version ?? 0) + 1,
  };
  const login = {
    ...{ tenantId, loginName: loginNameKey(loginName), personId: contactId, tries: 0 },
    epoch: next.epoch,
    passwordHash: await createPasswords().hash(PASSWORD),
  };
  const at = new Date().toISOString();
  const audit = { tenantId, subjectId: contactId, auditId: newId('aud'), at, by: contactId, action: 'test' };
  const result = await accesses.enable(before, next, login, audit);
  if (result !== 'done') throw new Error(`no login: ${result}`);
  return loginName;
}
