import { type Permission, permissionNames } from '../../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes/index.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { logIn } from '../../../functions/domain/access/log-in.ts';
import type { ApiHandler } from '../../../functions/http/create-api.ts';
import { accessOn, anAddress, makeAgency, PASSWORD } from '../agency.ts';
import type { EventInput } from '../api-event.ts';
import { send } from '../functions.ts';
import { loggedInOperator } from '../operators.ts';
import { walletsOn } from '../wallet.ts';
import { exampleBody } from './example-body.ts';
import { paramsIn, unknownId } from './ids.ts';

/** Who asks: an employee of the first agency with every permission, one with none, a system with a scope too few, the other agency, nobody. */
export type As = 'all' | 'none' | 'system' | 'other' | 'nobody';
export type TwoAgencies = Awaited<ReturnType<typeof twoAgencies>>;

const WEB = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' };

/** Two agencies with everybody who may ask a route, and requests that are right in all but what a test changes. */
export async function twoAgencies(functions: Record<ApiFunction, ApiHandler>, table: Table) {
  const access = accessOn(table);
  const [agency, other] = [await makeAgency(access), await makeAgency(access)];
  const tenantOf = (as: As) => (as === 'other' ? other : agency).tenant.tenantId;
  for (const as of ['all', 'other'] as const)
    await walletsOn(table).grant({ tenantId: tenantOf(as), grantId: 'test', credits: 100, at: new Date() });

  async function logInAs(slug: string, loginName: string): Promise<EventInput> {
    const { token } = await logIn(access, { tenant: slug, loginName, password: PASSWORD, address: anAddress() });
    return { headers: WEB, cookies: [`__Host-heraut=${token}`] };
  }
  async function loggedIn(of: typeof agency, ...permissions: Permission[]): Promise<EventInput> {
    const { loginName } = await of.employee(...permissions);
    return logInAs(of.slug, loginName);
  }
  const operator = { headers: WEB, cookies: [(await loggedInOperator(functions, access)).cookie] };
  // Every employee of this agency may send SMS; a system needs the scope.
  const { token } = await agency.apiToken(['audit:read']);
  const logins: Partial<Record<As, EventInput>> = {
    all: await loggedIn(agency, ...permissionNames),
    none: await loggedIn(agency),
    system: { headers: { authorization: `Bearer ${token}` } },
    other: await loggedIn(other, ...permissionNames),
  };
  /** a worker and a company of each, for placements */
  const placed: Partial<Record<As, { workerId: string; companyId: string }>> = {};

  function bodyOf(route: Route, as: As = 'all'): Record<string, unknown> {
    return {
      ...exampleBody(route),
      ...(route.path.startsWith('/v1/placements') && placed[as]),
      ...(route.path === '/v1/selections/{selectionId}/members' && { ids: [placed[as]?.workerId] }),
    };
  }
  function right(route: Route, as: As, change: EventInput = {}): EventInput {
    const login = (route.access === 'operator' && as === 'all' ? operator : logins[as]) ?? {};
    return {
      ...login,
      ...(route.body && { body: bodyOf(route, as) }),
      params: Object.fromEntries(paramsIn(route).map((param) => [param, unknownId(param)])),
      ...change,
      headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"', ...login.headers, ...change.headers },
    };
  }
  const ask = (route: Route, as: As, change: EventInput = {}) => send(functions, route, right(route, as, change));
  /** Makes a thing; its id. */
  const made = async (route: Route, as: As, params: Record<string, string> = {}): Promise<string> =>
    (await ask(route, as, { params })).body.id;

  for (const as of ['all', 'other'] as const)
    placed[as] = { workerId: await made(routes.createWorker, as), companyId: await made(routes.createCompany, as) };
  return { tenantOf, logInAs, bodyOf, ask, made };
}
