import { ADMINISTRATOR } from '../../contract/permissions.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { openSession } from '../../functions/domain/access/log-in.ts';
import { loginNameKey } from '../../functions/domain/access/login-name.ts';
import { createOperatorsTenant } from '../../functions/domain/directory/create-tenant.ts';
import { createEmployeeWithLogin } from '../../functions/domain/directory/employees/create-employee-with-login.ts';
import { OPERATORS_SLUG } from '../../functions/domain/directory/model.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { type Access, SOMEBODY } from './agency.ts';
import { newId } from './messages.ts';
import { browserWith } from './staff.ts';

/** An operator with a password, on a table that is a test's own. */
export async function newOperator(access: Access) {
  const tenantId = (await access.logins.tenantIdOf(OPERATORS_SLUG)) ?? (await createOperatorsTenant(access)).tenantId;
  const loginName = newId('emp');
  const given = { ...SOMEBODY, loginName, roles: [ADMINISTRATOR] };
  const { employeeId } = await createEmployeeWithLogin(access, tenantId, given);
  return { tenantId, employeeId, loginName };
}

/** One who is logged in, as after the second factor. */
export async function loggedInOperator(functions: Record<ApiFunction, ApiHandler>, access: Access) {
  const operator = await newOperator(access);
  const login = await access.logins.find(operator.tenantId, loginNameKey(operator.loginName));
  const account = await access.accounts.ofPerson({ tenantId: operator.tenantId, personId: operator.employeeId });
  if (!login || !account) throw new Error('the operator is not there');
  const { token } = await openSession(access, login, account, {
    browser: {},
    inPlaceOf: { secondFactorAt: new Date().toISOString() },
  });
  const cookie = `__Host-heraut=${token}`;
  return { ...operator, cookie, ask: browserWith(functions, [cookie]) };
}
