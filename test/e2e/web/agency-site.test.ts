import { beforeAll, expect, it } from 'vitest';
import { routes } from '../../../contract/routes/index.ts';
import { startAgencySite, visitSite } from '../../support/browser/agency-site.ts';
import { DE_BRUG, staffApi } from '../../support/browser/portal.ts';

const { slug, placing } = DE_BRUG;
const { worker, contact } = placing;
const loginOf = ({ loginName, password }: typeof worker | typeof contact) => ({
  body: { tenant: slug, loginName, password },
});
const theWorker = { ...routes.getPlacedWorker, path: `/v1/hirer/workers/${worker.workerId}` };

let staff: Awaited<ReturnType<typeof staffApi>>;
beforeAll(async () => {
  staff = await staffApi();
});

async function allow(...allowedOrigins: string[]): Promise<void> {
  const { version, ...settings } = await staff.getSettings();
  await staff.changeSettings({ body: { ...settings, allowedOrigins }, version });
}

it('E1-22 E1-7 workers and hirers log in on the agency’s own site, until the agency takes it back', async () => {
  const origin = await startAgencySite('www.de-brug.example');
  await allow(origin);
  const atWork = await visitSite(origin);
  expect(await atWork.ask(routes.getSession)).toMatchObject({ status: 401 });
  expect(await atWork.ask(routes.logIn, loginOf(contact))).toMatchObject({ status: 201 });
  const { items } = (await atWork.ask(routes.listPlacedWorkers)).body as { items: unknown[] };
  expect(items).toMatchObject([{ id: worker.workerId, givenName: 'Łucja', familyName: 'Żak' }]);
  const before = (await atWork.ask(theWorker)).body;
  expect(before).toHaveProperty('identityDocument');
  expect(before).not.toHaveProperty('bankAccount');

  const atHome = await visitSite(origin);
  expect(await atHome.ask(routes.logIn, loginOf(worker))).toMatchObject({ status: 201 });
  expect(await atHome.ask(routes.getSession)).toMatchObject({
    status: 200,
    body: { worker: { id: worker.workerId, loginName: worker.loginName }, tenant: { slug } },
  });
  const { body: consent } = await atHome.ask(routes.getMyHirerConsent);
  const { version, textVersion } = consent as { version: number; textVersion: string };
  const given = await atHome.ask(routes.setMyHirerConsent, { body: { given: true, textVersion }, ifMatch: version });
  expect(given).toMatchObject({ status: 200, body: { given: true } });
  expect((await atWork.ask(theWorker)).body).toMatchObject({ bankAccount: worker.fields.bankAccount });

  expect(await atHome.ask(routes.renewSession)).toMatchObject({ status: 201 });
  expect(await atHome.ask(routes.logOut)).toEqual({ status: 204 });
  expect(await atHome.ask(routes.getSession)).toMatchObject({ status: 401, body: { code: 'not-logged-in' } });
  for (const { page } of [atHome, atWork]) expect(await page.context().cookies()).toEqual([]);

  await allow();
  await expect(atWork.ask(theWorker)).rejects.toThrow('Failed to fetch');
  await expect(atWork.ask(routes.getSession)).rejects.toThrow('Failed to fetch');
});

it('E1-22 the browser keeps a site that no agency allows from the API, its answers and its logins', async () => {
  const { page, ask } = await visitSite(await startAgencySite('www.elsewhere.example'));
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  const sent: string[] = [];
  page.on('response', (response) => sent.push(response.request().method()));
  await expect(ask(routes.logIn, loginOf(worker))).rejects.toThrow('Failed to fetch');
  await expect(ask(routes.getSession)).rejects.toThrow('Failed to fetch');
  expect(refused.join()).toContain('has been blocked by CORS policy');
  // the password never left the browser: what it asked first was refused
  expect(sent).not.toContain('POST');
});
