import { expect } from 'vitest';
import { scopeNames } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { PortalAction } from '../../contract/routes/portal-access.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, anAddress, makeAgency } from './agency.ts';
import type { EventInput } from './api-event.ts';
import { type Answered, send } from './functions.ts';

export const OWN_PASSWORD = 'mijn eigen lange wachtzin';

/** `name=value` of a cookie that an answer sets. */
export const cookiePair = (cookie = '') => cookie.split(';')[0] ?? '';

/** An agency whose workers have access to the portal, asked through the API by its staff and by the workers. */
export async function makePortal(functions: Record<ApiFunction, ApiHandler>, table: Table) {
  const agency = await makeAgency(accessOn(table));
  const { slug } = agency;
  const { token } = await agency.apiToken([...scopeNames]);

  const staff = (route: Route, input: EventInput = {}) =>
    send(functions, route, {
      ...input,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID(), ...input.headers },
    });
  const act = (workerId: string, action: PortalAction) =>
    staff(routes.actOnPortalAccess, { params: { workerId, action }, body: { slipIfNotMailed: true } });
  const logIn = (loginName: string, password: string, cookies: readonly string[] = []) =>
    send(functions, routes.logIn, { address: anAddress(), body: { tenant: slug, loginName, password }, cookies });
  /** A browser with what a login gave it. */
  const browser = ({ cookies }: Pick<Answered, 'cookies'>) => {
    const headers = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' };
    const own = cookies.map(cookiePair);
    return (route: Route, input: EventInput = {}) =>
      send(functions, route, { ...input, headers: { ...headers, ...input.headers }, cookies: own });
  };

  let count = 0;
  async function newWorker(fields: object = {}): Promise<string> {
    count += 1;
    const body = { givenName: 'René', familyName: `Werker${count}`, language: 'nl', ...fields };
    return (await staff(routes.createWorker, { body })).body.id;
  }
  /** A worker whose access is enabled, with the login data on the slip. */
  async function enabled(fields?: object) {
    const workerId = await newWorker(fields);
    const { slip } = (await act(workerId, 'enable')).body;
    return { workerId, ...slip } as { workerId: string; loginName: string; password: string };
  }
  /** The same after the first login. */
  async function settled(fields?: object) {
    const issued = await enabled(fields);
    const own = { loginName: `rene.${issued.workerId}`, password: OWN_PASSWORD };
    const first = browser(await logIn(issued.loginName, issued.password));
    const answer = await first(routes.changeIssuedLoginData, { body: own });
    expect(answer.status).toBe(200);
    const device = cookiePair(answer.cookies[1]);
    return { workerId: issued.workerId, issued, ...own, device, ask: browser(answer) };
  }
  return { agency, slug, tenantId: agency.tenant.tenantId, staff, act, logIn, browser, newWorker, enabled, settled };
}
export type Portal = Awaited<ReturnType<typeof makePortal>>;
