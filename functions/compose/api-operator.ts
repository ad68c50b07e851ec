import { operator } from '../../contract/catalogues/field-messages/operator.ts';
import { secrets } from '../adapters/crypto/secrets.ts';
import { AccountRepository } from '../adapters/dynamodb/account-repository.ts';
import { AuditLineRepository } from '../adapters/dynamodb/audit-line-repository.ts';
import { DirectoryRepository } from '../adapters/dynamodb/directory-repository.ts';
import { EmployeeRepository } from '../adapters/dynamodb/employee-repository.ts';
import { InvitationRepository } from '../adapters/dynamodb/invitation-repository.ts';
import { LoginRepository } from '../adapters/dynamodb/login-repository.ts';
import { RoleRepository } from '../adapters/dynamodb/role-repository.ts';
import { SendingSwitches } from '../adapters/dynamodb/sending-switch.ts';
import { TariffRepository } from '../adapters/dynamodb/tariff-repository.ts';
import { TenantRepository } from '../adapters/dynamodb/tenant-repository.ts';
import { WalletRepository } from '../adapters/dynamodb/wallet-repository.ts';
import { WorkQueueRepository } from '../adapters/dynamodb/work-queue-repository.ts';
import { api } from './front.ts';
import { clock, hintLost, hurry, newId, sessionsLeft, table } from './parts.ts';

export function apiOperator() {
  const one = table();
  const tenants = new TenantRepository(one);
  const wallets = new WalletRepository(one);
  const sending = new SendingSwitches(one);
  return {
    tenants,
    wallets,
    book: { wallets, bookings: wallets, random: Math.random, clock, newId },
    tariffs: { tenants, tariffs: new TariffRepository(one), clock, newId },
    sending,
    widen: { tenants, wallets, clock, newId },
    stop: {
      ...{ tenants, sending, clock, newId, hintLost },
      workQueue: new WorkQueueRepository(one),
      hurry: hurry(),
    },
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
    api: api(one, operator),
  };
}
