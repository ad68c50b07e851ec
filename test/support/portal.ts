import { expect } from 'vitest';
import { scopeNames } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { PortalAction } from '../../contract/routes/portal-access.ts';
import { PortalAccessRepository } from '../../functions/adapters/dynamodb/portal-access-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { loginNameKey } from '../../functions/domain/access/login-name.ts';
import { noAccessYet, type PortalAccess } from '../../functions/domain/portal/model.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, anAddress, makeAgency, PASSWORD } from './agency.ts';
import type { EventInput } from './api-event.ts';
import { type Answered, send } from './functions.ts';
import { newId } from './messages.ts';

export const OWN_PASSWORD = 'mijn eigen lange wachtzin';

/** `name=value` of a cookie that an answer sets. */
export const cookiePair = (cookie = '') => cookie.split(';')[0] ?? '';

/** An agency whose workers have access to the portal, asked through the API by its staff and by the workers. */
export async function makePortal(functions: Record<ApiFunction, ApiHandler>, table: Table) {
  const stored = accessOn(table);
  const agency = await makeAgency(stored);
  const { slug } = agency;
  const { tenantId } = agency.tenant;
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
  /** A worker with own login data, as after the first login, without the hashes that this costs. */
  async function withLogin(fields?: object) {
    const personId = await newWorker(fields);
    const loginName = `rene.${personId}`;
    const key = { tenantId, subjectId: personId, at: new Date().toISOString(), by: personId };
    const what = 'portal-access-own-login-data';
    const before = noAccessYet(tenantId, personId);
    const access: PortalAccess = { ...before, status: 'enabled', loginName, epoch: 1, version: 1 };
    const passwordHash = await stored.passwords.hash(PASSWORD);
    const login = { tenantId, personId, loginName: loginNameKey(loginName), passwordHash, tries: 0, epoch: 1 };
    const notification = { ...key, notificationId: newId('not'), kind: what };
    const audit = { ...key, auditId: newId('aud'), action: what };
    const accesses = new PortalAccessRepository(table);
    expect(await accesses.change(before, access, { kind: 'new', login }, notification, audit)).toBe('done');
    return { workerId: personId, loginName, password: PASSWORD };
  }
  return { agency, slug, tenantId, staff, act, logIn, browser, newWorker, enabled, settled, withLogin };
}
export type Portal = Awaited<ReturnType<typeof makePortal>>;
