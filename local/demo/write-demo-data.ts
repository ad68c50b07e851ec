import { ADMINISTRATOR, permissionNames, scopeNames } from '../../contract/permissions.ts';
import { createPasswords } from '../../functions/adapters/crypto/passwords.ts';
import { secrets } from '../../functions/adapters/crypto/secrets.ts';
import { ApiTokenRepository } from '../../functions/adapters/dynamodb/api-token-repository.ts';
import { BoxRepository } from '../../functions/adapters/dynamodb/box-repository.ts';
import { DirectoryRepository } from '../../functions/adapters/dynamodb/directory-repository.ts';
import { EmployeeRepository } from '../../functions/adapters/dynamodb/employee-repository.ts';
import { RoleRepository } from '../../functions/adapters/dynamodb/role-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { WalletRepository } from '../../functions/adapters/dynamodb/wallet-repository.ts';
import { isCommonPassword } from '../../functions/adapters/passwords/common-passwords.ts';
import { createApiToken } from '../../functions/domain/access/create-api-token.ts';
import { createTenant } from '../../functions/domain/directory/create-tenant.ts';
import { createEmployeeWithLogin } from '../../functions/domain/directory/employees/create-employee-with-login.ts';
import { registerBox } from '../../functions/domain/edge/register-box.ts';
import { BY_COMMAND } from '../../functions/domain/operator/acting.ts';
import { bookCredits } from '../../functions/domain/operator/book-credits.ts';
import { DomainError } from '../../functions/domain/shared/domain-error.ts';
import type { DemoTenant } from './demo-data.ts';
import { fixedIds } from './fixed-ids.ts';
import { writeDemoPlacing } from './write-demo-placing.ts';
import { writeDemoSettings } from './write-demo-settings.ts';

const TOKEN_DAYS = 365;
const clock = { now: () => new Date() };

/**
 * Writes a tenant by the product's own use cases; what is there already stays as it is.
 *
 * @param webApp `127.0.0.1:4000`
 */
export async function writeDemoTenant(table: Table, demo: DemoTenant, webApp: string): Promise<void> {
  const directory = new DirectoryRepository(table);
  const wallets = new WalletRepository(table);
  const { tenantId, employee, apiToken, box } = demo;
  const newId = fixedIds({ ten: tenantId, emp: employee.employeeId, tok: apiToken.tokenId });

  await unlessThere(() =>
    createTenant({ directory, secrets, clock, newId }, { ...demo, staffSecondFactor: 'optional' }),
  );
  const people = { employees: new EmployeeRepository(table), roles: new RoleRepository(table) };
  await unlessThere(() =>
    createEmployeeWithLogin({ ...people, passwords: createPasswords(), isCommonPassword, clock, newId }, tenantId, {
      ...employee,
      language: demo.language,
      roles: [ADMINISTRATOR],
    }),
  );
  await writeDemoSettings(table, demo, webApp);
  if (demo.placing) await writeDemoPlacing(table, demo, demo.placing);
  if (box) await unlessThere(() => registerBox(new BoxRepository(table), { tenantId, ...box }));
  // the same grant each time: it is booked once
  const asked = { kind: 'grant', credits: demo.credits, reason: 'Demo' } as const;
  const bookings = { wallets, bookings: wallets, random: () => 0, clock, newId };
  await bookCredits(bookings, BY_COMMAND, { tenantId, walletShards: 1 }, asked, 'demo');

  // Written anew at each start: the same token, good for another year.
  const request = { requestId: 'demo-data', address: '127.0.0.1' };
  const maker = { ...request, tenantId, id: employee.employeeId, permissions: new Set(permissionNames) };
  const fixedSecret = { ...secrets, make: () => apiToken.secret };
  const deps = {
    apiTokens: new ApiTokenRepository(table),
    secrets: fixedSecret,
    clock,
    newId,
  };
  await createApiToken(deps, maker, { name: 'Demo', scopes: scopeNames, validDays: TOKEN_DAYS });
}

async function unlessThere(create: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'name-taken')) throw error;
  }
}
