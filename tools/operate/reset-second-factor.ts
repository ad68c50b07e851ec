/** `npm run reset-second-factor`: for the last administrator, whom nobody else can help. docs/operating.md tells how. */
import { parseArgs } from 'node:util';
import { EmployeeRepository } from '../../functions/adapters/dynamodb/employee-repository.ts';
import { LoginRepository } from '../../functions/adapters/dynamodb/login-repository.ts';
import { RoleRepository } from '../../functions/adapters/dynamodb/role-repository.ts';
import { SecondFactorResetWriter } from '../../functions/adapters/dynamodb/second-factor-resets.ts';
import { loginNameKey } from '../../functions/domain/access/login-name.ts';
import { resetSecondFactor } from '../../functions/domain/access/second-factor/reset-second-factor.ts';
import { actingFor, BY_COMMAND } from '../../functions/domain/operator/acting.ts';
import { clock, newId, run, TABLE_OPTIONS, tableOf } from './table.ts';

await run(async () => {
  const options = { slug: { type: 'string' }, login: { type: 'string' }, ...TABLE_OPTIONS } as const;
  const { slug, login: loginName, ...where } = parseArgs({ options }).values;
  if (slug === undefined || loginName === undefined)
    throw new Error('Give the agency and the login name: --slug west --login anna');
  const table = tableOf(where);
  const logins = new LoginRepository(table);
  const tenantId = await logins.tenantIdOf(slug);
  const login = tenantId === undefined ? undefined : await logins.find(tenantId, loginNameKey(loginName));
  if (!login?.personId.startsWith('emp_')) throw new Error(`No employee of ${slug} has the login name ${loginName}`);
  const deps = {
    employees: new EmployeeRepository(table),
    roles: new RoleRepository(table),
    resets: new SecondFactorResetWriter(table),
    ...{ clock, newId },
  };
  await resetSecondFactor(deps, actingFor(BY_COMMAND, login.tenantId), login.personId);
  console.log(
    `${loginName} of ${slug} has no second factor any more: the next login sets one up. All sessions have ended.`,
  );
});
