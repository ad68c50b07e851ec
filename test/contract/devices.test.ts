import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency, PASSWORD } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof makeAgency>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  agency = await makeAgency(accessOn(table));
});

const PHONE = 'Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
const LAPTOP =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A browser that keeps its cookies. */
function browser(loginName: string, userAgent: string) {
  const jar = new Map<string, string>();
  const ask = async (route: Route, input: EventInput = {}) => {
    const answer = await send(functions, route, {
      ...input,
      userAgent,
      headers: { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' },
      cookies: [...jar].map(([key, value]) => `${key}=${value}`),
    });
    for (const cookie of answer.cookies) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(key, value);
    }
    return answer;
  };
  const logIn = (password: string = PASSWORD) =>
    ask(routes.logIn, { body: { tenant: agency.slug, loginName, password } });
  return { jar, ask, logIn };
}

describe('the devices of a person', () => {
  it('A8 are listed by what they call themselves, the last used first, and the present one is pointed out', async () => {
    const { loginName } = await agency.employee();
    const [phone, laptop] = [browser(loginName, PHONE), browser(loginName, LAPTOP)];
    expect((await phone.logIn()).status).toBe(201);
    expect((await laptop.logIn()).status).toBe(201);
    const { body } = await phone.ask(routes.listDevices);
    const moment = expect.stringMatching(/Z$/);
    const shared = { id: expect.stringMatching(/^dev_/), knownSince: moment, lastUsedAt: moment, expiresAt: moment };
    expect(body.items).toEqual([
      { ...shared, label: 'Chrome, macOS', current: false },
      { ...shared, label: 'Firefox, Android', current: true },
    ]);
    expect((await phone.logIn()).status).toBe(201);
    const again = (await phone.ask(routes.listDevices)).body.items;
    expect(again.map(({ id }: { id: string }) => id)).toEqual([body.items[1].id, body.items[0].id]);
  });

  it('A8 keep their own tries after logging out, until they are removed', async () => {
    const { loginName, employeeId } = await agency.employee();
    const [phone, stranger] = [browser(loginName, PHONE), browser(loginName, LAPTOP)];
    await phone.logIn();
    await phone.ask(routes.logOut);
    for (let round = 0; round < 3; round++) expect((await stranger.logIn('wrong')).status).toBe(401);
    expect((await phone.logIn()).status).toBe(201);
    const { id: deviceId } = (await phone.ask(routes.listDevices)).body.items[0];
    expect((await phone.ask(routes.removeDevice, { params: { deviceId } })).status).toBe(204);
    expect((await phone.ask(routes.listDevices)).body.items).toEqual([]);
    expect((await phone.logIn()).status).toBe(401);
    expect((await phone.ask(routes.removeDevice, { params: { deviceId } })).status).toBe(404);
    const { items } = await table.query({
      partition: { pk: keys.entry(agency.tenant.tenantId, employeeId).pk },
      sort: { attribute: 'sk', beginsWith: 'AUDIT#' },
      limit: 10,
    });
    expect(items).toEqual([
      expect.objectContaining({ action: 'created' }),
      expect.objectContaining({ action: 'device-removed', by: employeeId, detail: deviceId, requestId: 'req-1' }),
    ]);
  });

  it('A10 A8 give away nothing: a known device gets the answer that everybody gets', async () => {
    const { loginName } = await agency.employee();
    const [phone, stranger] = [browser(loginName, PHONE), browser(loginName, LAPTOP)];
    await phone.logIn();
    const unknown = await browser('nobody', LAPTOP).logIn('wrong');
    for (let round = 0; round < 4; round++) expect(await phone.logIn('wrong')).toEqual(unknown);
    expect(await stranger.logIn('wrong')).toEqual(unknown);
  });

  it('have no name where the browser gives none', async () => {
    const { loginName } = await agency.employee();
    const plain = browser(loginName, 'curl/8');
    await plain.logIn();
    expect((await plain.ask(routes.listDevices)).body.items[0].label).toBeUndefined();
  });
});
