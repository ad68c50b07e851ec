import { beforeAll, describe, expect, it, vi } from 'vitest';
import { SITES_AT_MOST } from '../../contract/agency-sites.ts';
import { type ApiFunction, type Route, routeKey } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { ownAccountRoutes } from '../../contract/routes/own-account.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { PASSWORD } from '../support/agency.ts';
import { apiEvent, type EventInput, lambdaContext } from '../support/api-event.ts';
import { type Answered, loadFunctions, send } from '../support/functions.ts';
import { dayIn, hirerAgency } from '../support/hirer-agency.ts';
import { useTable } from '../support/table.ts';

const SITE = 'https://www.de-brug.example';
const OTHER = 'https://www.rheinpersonal.example';
const UNKNOWN = 'https://evil.example';
const MINUTE = 60_000;

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof hirerAgency>>;
let other: typeof agency;
beforeAll(async () => {
  functions = await loadFunctions(name);
  [agency, other] = [await hirerAgency(table, functions), await hirerAgency(table, functions)];
  await allow(agency, [SITE]);
  await allow(other, [OTHER]);
});

async function allow({ staff }: typeof agency, allowedOrigins: string[]): Promise<Answered> {
  const { version, ...settings } = (await staff(routes.getSettings)).body;
  const headers = { 'if-match': `"${version}"` };
  return staff(routes.changeSettings, { body: { ...settings, allowedOrigins }, headers });
}

/** As a browser sends what a page of another site asks for. */
function from(origin: string, route: Route, input: EventInput = {}) {
  const headers = { origin, 'sec-fetch-site': 'cross-site', ...input.headers };
  return send(functions, route, { ...input, headers });
}
const logInFrom = (origin: string, of: typeof agency, loginName: string, password = PASSWORD) =>
  from(origin, routes.logIn, { body: { tenant: of.slug, loginName, password } });
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const readableFor = ({ headers }: Pick<Answered, 'headers'>) => headers['access-control-allow-origin'];

/** A contact who is logged in on the agency's own site. */
async function onSite(of = agency, origin = SITE) {
  const companyId = await of.company();
  const { contactId, loginName } = await of.hirer(companyId);
  const { body } = await logInFrom(origin, of, loginName);
  return { companyId, contactId, loginName, token: body.accessToken as string, body };
}

async function preflight(origin: string, path: string) {
  const event = apiEvent({ routeKey: `OPTIONS ${path}`, headers: { origin, 'sec-fetch-site': 'cross-site' } });
  const { statusCode, headers = {} } = await functions['api-access'](event, lambdaContext);
  return { status: statusCode, headers };
}

describe('what a browser asks first', () => {
  it('E1-22 is answered for an origin that an agency allows', async () => {
    const { status, headers } = await preflight(SITE, '/v1/session');
    expect({ status, headers }).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': SITE,
        'access-control-allow-headers': expect.stringContaining('authorization'),
        vary: 'origin',
      },
    });
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it.each([UNKNOWN, 'null', `${SITE}.evil.example`, SITE.replace('https', 'http'), `${SITE}:8443`, SITE.toUpperCase()])(
    'E1-22 is refused for %s',
    async (origin) => {
      const { status, headers } = await preflight(origin, '/v1/session');
      expect({ status, origin: headers['access-control-allow-origin'], vary: headers['vary'] }).toEqual({
        ...{ status: 403, origin: undefined, vary: expect.stringContaining('origin') },
      });
    },
  );
});

describe('a login from the agency’s own site', () => {
  it('E1-22 A17 gives a token of 15 minutes, and never a cookie', async () => {
    const { body, loginName, contactId } = await onSite();
    const answer = await logInFrom(SITE, agency, loginName);
    expect(answer).toMatchObject({ status: 201, cookies: [], body: { contact: { id: contactId } } });
    expect(readableFor(answer)).toBe(SITE);
    expect(answer.headers['vary']).toContain('origin');
    const minutes = (moment: string) => Math.round((Date.parse(moment) - Date.now()) / MINUTE);
    expect([minutes(body.expiresAt), minutes(body.renewableUntil)]).toEqual([15, 12 * 60]);
  });

  it('E1-22 works for a worker, the first login with its change of both too', async () => {
    const { workerId, loginName, password } = await agency.enabled();
    const first = await logInFrom(SITE, agency, loginName, password);
    expect(first.body).toMatchObject({ mustChangeLoginData: true, accessToken: expect.stringMatching(/^hb_/) });
    const own = { loginName: `site.${workerId}`, password: 'mijn eigen lange wachtzin' };
    const changed = await from(SITE, routes.changeIssuedLoginData, { body: own, ...bearer(first.body.accessToken) });
    expect(changed).toMatchObject({ status: 200, cookies: [], body: { accessToken: expect.any(String) } });
    expect((await from(SITE, routes.getMyHirerConsent, bearer(changed.body.accessToken))).status).toBe(200);
    expect((await from(SITE, routes.getSession, bearer(first.body.accessToken))).status).toBe(401);
  });

  it('E1-22 works for hirers: they see those placed with them', async () => {
    const { companyId, token } = await onSite();
    const workerId = await agency.worker();
    await agency.place(workerId, companyId, dayIn(-1));
    const answer = await from(SITE, routes.getPlacedWorker, { params: { workerId }, ...bearer(token) });
    expect(answer).toMatchObject({ status: 200, body: { id: workerId } });
    expect(readableFor(answer)).toBe(SITE);
  });

  it('E1-22 A10 is as a wrong password for staff, whatever the password', async () => {
    const { loginName } = await agency.agency.employee('workers:read');
    const wrong = await logInFrom(SITE, agency, 'niemand', 'fout');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'login-failed' } });
    expect(readableFor(wrong)).toBe(SITE);
    expect(await logInFrom(SITE, agency, loginName)).toEqual(wrong);
    expect(await logInFrom(SITE, agency, loginName, 'fout')).toEqual(wrong);
    expect((await agency.logIn(loginName, PASSWORD)).status).toBe(201);
  });

  it('E1-22 is refused from another agency’s site, and from one that nobody allows', async () => {
    const { loginName } = await onSite();
    expect(await logInFrom(OTHER, agency, loginName)).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
    const answer = await logInFrom(UNKNOWN, agency, loginName);
    expect(answer).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
    expect(readableFor(answer)).toBeUndefined();
  });
});

describe('the token of the agency’s own site', () => {
  it('A17 counts from that site alone: not from another, not without one, not as a cookie', async () => {
    const { token } = await onSite();
    expect((await from(SITE, routes.getSession, bearer(token))).status).toBe(200);
    await allow(agency, [SITE, 'https://werk.de-brug.example']);
    for (const origin of [OTHER, UNKNOWN])
      expect((await from(origin, routes.getSession, bearer(token))).status).toBe(403);
    // the agency's too, but not where it was opened
    expect((await from('https://werk.de-brug.example', routes.getSession, bearer(token))).status).toBe(401);
    expect((await send(functions, routes.getSession, bearer(token))).status).toBe(403);
    expect(
      (
        await send(functions, routes.getSession, {
          headers: { ...bearer(token).headers, 'sec-fetch-site': 'same-origin' },
        })
      ).status,
    ).toBe(403);
    for (const cookie of [token, token.replace('hb_', 'hs_')])
      expect((await agency.browser({ cookies: [`__Host-heraut=${cookie}`] })(routes.getSession)).status).toBe(401);
  });

  it('A17 no cookie and no API token counts from an agency’s site', async () => {
    const { loginName } = await onSite();
    const [cookie = ''] = (await agency.logIn(loginName, PASSWORD)).cookies;
    const headers = { 'x-heraut-client': 'web' };
    const cookies = [cookie.split(';')[0] ?? ''];
    expect((await from(SITE, routes.getSession, { headers, cookies })).status).toBe(401);
    expect((await from(SITE, routes.getSession, bearer(cookies[0]?.split('=')[1] ?? ''))).status).toBe(403);
    const { token } = await agency.agency.apiToken(['workers:read']);
    expect((await from(SITE, routes.getSession, bearer(token))).status).toBe(403);
  });

  it('E1-22 A7 a site that is taken back is out with the next request, and so is a contact', async () => {
    const changing = await hirerAgency(table, functions);
    await allow(changing, [SITE]);
    const { token, companyId, contactId } = await onSite(changing);
    const ask = () => from(SITE, routes.listPlacedWorkers, bearer(token));
    expect((await ask()).status).toBe(200);
    await allow(changing, []);
    expect(await ask()).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
    await allow(changing, [SITE]);
    expect((await ask()).status).toBe(200);
    await changing.remove(routes.removeContact, { companyId, contactId });
    expect((await ask()).status).toBe(401);
  });

  it('A7 A17 a worker whom staff block is out with the next request', async () => {
    const { workerId, loginName, password } = await agency.settled();
    const { accessToken } = (await logInFrom(SITE, agency, loginName, password)).body;
    expect((await from(SITE, routes.getSession, bearer(accessToken))).status).toBe(200);
    await agency.act(workerId, 'block');
    const out = await from(SITE, routes.getSession, bearer(accessToken));
    expect(out.status).toBe(401);
    expect(readableFor(out)).toBe(SITE);
  });

  it('A16 is renewed by another, and ends with that', async () => {
    const { token } = await onSite();
    const renewed = await from(SITE, routes.renewSession, bearer(token));
    expect(renewed).toMatchObject({ status: 201, cookies: [] });
    expect((await from(SITE, routes.getSession, bearer(token))).status).toBe(401);
    const next = renewed.body.accessToken;
    expect((await from(SITE, routes.getSession, bearer(next))).status).toBe(200);
    const both = await Promise.all([1, 2].map(() => from(SITE, routes.renewSession, bearer(next))));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('A16 A17 ends after 15 minutes, and after 12 hours however often it is renewed', async () => {
    const { token: first } = await onSite();
    let token = first;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    try {
      const begin = Date.now();
      vi.setSystemTime(begin + 15 * MINUTE);
      expect((await from(SITE, routes.renewSession, bearer(token))).status).toBe(401);
      vi.setSystemTime(begin);
      for (let passed = 14; passed < 12 * 60; passed += 14) {
        vi.setSystemTime(begin + passed * MINUTE);
        const { status, body } = await from(SITE, routes.renewSession, bearer(token));
        expect({ passed, status }).toEqual({ passed, status: 201 });
        expect(body.expiresAt <= body.renewableUntil).toBe(true);
        token = body.accessToken;
      }
      vi.setSystemTime(begin + 12 * 60 * MINUTE);
      expect((await from(SITE, routes.getSession, bearer(token))).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not for the login of our own pages', async () => {
    const { loginName } = await onSite();
    const ask = agency.browser(await agency.logIn(loginName, PASSWORD));
    expect(await ask(routes.renewSession)).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });
  });

  it('E1-22 opens nothing that is not meant for agencies’ sites', async () => {
    const { token } = await onSite();
    const closed = (Object.values(routes) as Route[]).filter(({ fromAgencySites }) => !fromAgencySites);
    for (const route of closed.filter(({ access }) => access !== 'open')) {
      const answer = await from(SITE, route, bearer(token));
      expect({ path: route.path, status: answer.status }).toEqual({ path: route.path, status: 403 });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});

/** What proves who somebody is, and where codes go, is changed on our own pages alone. */
const OWN_PAGES_ALONE = new Set(Object.values(ownAccountRoutes).map((route) => routeKey(route)));

it('E1-22 every route for workers and hirers is open to agencies’ sites, and none for staff', () => {
  const all = Object.values(routes) as Route[];
  const forThem = all.filter(({ access }) => access === 'worker' || access === 'hirer');
  const closed = forThem.filter((route) => !route.fromAgencySites && !OWN_PAGES_ALONE.has(routeKey(route)));
  expect(closed).toEqual([]);
  const flagged = new Set(all.filter(({ fromAgencySites }) => fromAgencySites).map(({ access }) => access));
  expect([...flagged].filter((access) => !['open', 'login', 'worker', 'hirer'].includes(access))).toEqual([]);
});

describe('the origins that an agency allows', () => {
  it.each([
    ['http://www.example.com', 0],
    ['https://www.example.com/', 0],
    ['https://www.example.com/path', 0],
    ['https://*.example.com', 0],
    ['*', 0],
    ['null', 0],
    ['https://WWW.example.com', 0],
    ['https://www.example.com:443', 0],
    ['https://www.example.com:99999', 0],
    ['https://user@www.example.com', 0],
    ['https://localhost', 0],
    ['https://127.0.0.1', 0],
    ['https://[::1]', 0],
    ['https://bücher.example', 0],
  ])('E1-22 are not %s', async (origin, place) => {
    const { status, body } = await allow(agency, [origin]);
    expect({ status, errors: body.errors }).toEqual({
      status: 400,
      errors: [{ path: `allowedOrigins[${place}]`, message: expect.stringContaining('https://www.example.com') }],
    });
  });

  it('E1-22 are exact, at most ten, and each once', async () => {
    const third = await hirerAgency(table, functions);
    const many = Array.from({ length: SITES_AT_MOST + 1 }, (_, number) => `https://site${number}.example`);
    expect((await allow(third, many)).body.errors).toEqual([
      { path: 'allowedOrigins', message: expect.stringContaining(String(SITES_AT_MOST)) },
    ]);
    expect((await allow(third, [SITE, SITE])).body.errors).toEqual([
      { path: 'allowedOrigins', message: expect.stringContaining('once') },
    ]);
    const good = ['https://xn--bcher-kva.example', 'https://www.example.com:8443', ...many.slice(0, SITES_AT_MOST - 2)];
    expect(await allow(third, good)).toMatchObject({ status: 200, body: { allowedOrigins: good } });
    expect((await preflight('https://xn--bcher-kva.example', '/v1/session')).status).toBe(204);
    await allow(third, []);
    expect((await preflight('https://xn--bcher-kva.example', '/v1/session')).status).toBe(403);
  });
});
