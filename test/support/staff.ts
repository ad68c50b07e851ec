import { ADMINISTRATOR, type Permission } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { logIn } from '../../functions/domain/access/log-in.ts';
import { createEmployeeWithLogin } from '../../functions/domain/directory/employees/create-employee-with-login.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { type Access, anAddress, type makeAgency, PASSWORD, SOMEBODY } from './agency.ts';
import type { EventInput } from './api-event.ts';
import { send } from './functions.ts';
import { newId } from './messages.ts';
import { cookiePair } from './portal.ts';

const web = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' };
type Functions = Record<ApiFunction, ApiHandler>;

/** Requests of a browser that has these cookies. */
export const browserWith =
  (functions: Functions, cookies: readonly string[]) =>
  (route: Route, input: EventInput = {}) =>
    send(functions, route, {
      ...input,
      cookies: cookies.map(cookiePair),
      headers: { ...web, 'idempotency-key': crypto.randomUUID(), ...input.headers },
    });
export type Ask = ReturnType<typeof browserWith>;

export const version = (number: number) => ({ headers: { 'if-match': `"${number}"` } });

/** Employees of an agency who are logged in through the API. */
export function staffOf(functions: Functions, access: Access, agency: Awaited<ReturnType<typeof makeAgency>>) {
  const { tenant, slug } = agency;

  async function withRoles(...roles: string[]) {
    const loginName = newId('emp');
    const { employeeId } = await createEmployeeWithLogin(access, tenant.tenantId, { ...SOMEBODY, loginName, roles });
    const { token } = await logIn(access, { tenant: slug, loginName, password: PASSWORD, address: anAddress() });
    return { employeeId, loginName, roles, ask: browserWith(functions, [`__Host-heraut=${token}`]) };
  }
  return {
    administrator: () => withRoles(ADMINISTRATOR),
    /** with a role of these permissions alone, which `by` makes */
    async employee(by: Ask, ...permissions: Permission[]) {
      const { body } = await by(routes.createRole, { body: { name: newId('rol'), permissions } });
      return { ...(await withRoles(body.id)), role: String(body.id) };
    },
  };
}
