import { secrets } from '../adapters/crypto/secrets.ts';
import { AccountRepository } from '../adapters/dynamodb/account-repository.ts';
import { AuditLineRepository } from '../adapters/dynamodb/audit-line-repository.ts';
import { DirectoryRepository } from '../adapters/dynamodb/directory-repository.ts';
import { EmployeeRepository } from '../adapters/dynamodb/employee-repository.ts';
import { InvitationRepository } from '../adapters/dynamodb/invitation-repository.ts';
import { LoginRepository } from '../adapters/dynamodb/login-repository.ts';
import { RoleRepository } from '../adapters/dynamodb/role-repository.ts';
import { TenantRepository } from '../adapters/dynamodb/tenant-repository.ts';
import { api } from './front.ts';
import { clock, newId, sessionsLeft, table } from './parts.ts';

export function apiOperator() {
  const one = table();
  return {
    tenants: new TenantRepository(one),
    auditLines: new AuditLineRepository(one),
    invite: {
      directory: new DirectoryRepository(one),
      logins: new LoginRepository(one),
      accounts: new AccountRepository(one),
      employees: new EmployeeRepository(one),
      roles: new RoleRepository(one),
      invitations: new InvitationRepository(one),
      ...{ secrets, clock, newId, sessionsLeft },
    },
    api: api(one),
  };
}
