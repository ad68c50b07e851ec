import { expect } from 'vitest';
import { ADMINISTRATOR } from '../../contract/permissions.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { createEmployeeWithLogin } from '../../functions/domain/directory/employees/create-employee-with-login.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { type Access, anAddress, type makeAgency, PASSWORD, SOMEBODY } from './agency.ts';
import { send } from './functions.ts';
import { newId } from './messages.ts';
import { type Authenticator, authenticator, type Wrong } from './passkeys/authenticator.ts';
import { type Ask, browserWith } from './staff.ts';

/** The password, given again. */
export const confirm = async (ask: Ask) =>
  expect((await ask(routes.confirmSession, { body: { password: PASSWORD } })).status).toBe(204);

/** Asks for a new passkey, makes it, and adds it. */
export async function addPasskey(ask: Ask, key: Authenticator, wrong: Wrong = {}) {
  const { body: options } = await ask(routes.beginPasskey);
  return ask(routes.addPasskey, { body: { name: 'My phone', credential: key.create(options, wrong) } });
}

/** Gives a passkey after the password. */
export async function passByPasskey(ask: Ask, key: Authenticator, wrong: Wrong = {}) {
  const { body: options } = await ask(routes.askForPasskey);
  return ask(routes.passByPasskey, { body: { credential: key.get(options, wrong) } });
}

/** Employees of an agency, and how they log in. */
export function employeesOf(
  functions: Record<ApiFunction, ApiHandler>,
  access: Access,
  agency: Awaited<ReturnType<typeof makeAgency>>,
) {
  const { tenant, slug } = agency;
  async function newEmployee() {
    const loginName = newId('emp');
    const of = { ...SOMEBODY, loginName, roles: [ADMINISTRATOR] };
    const { employeeId } = await createEmployeeWithLogin(access, tenant.tenantId, of);
    const body = { tenant: slug, loginName, password: PASSWORD };
    const logIn = () => send(functions, routes.logIn, { body, address: anAddress() });
    return { agency, employeeId, loginName, logIn };
  }
  /** One who has a passkey. */
  async function withPasskey(key = authenticator()) {
    const employee = await newEmployee();
    const first = browserWith(functions, (await employee.logIn()).cookies);
    if (tenant.staffSecondFactor === 'optional') await confirm(first);
    const added = await addPasskey(first, key);
    expect(added.status).toBe(200);
    const ask = added.cookies.length > 0 ? browserWith(functions, added.cookies) : first;
    return { ...employee, key, added, ask };
  }
  return { newEmployee, withPasskey };
}
