import type { BrowserContextOptions, Page } from 'playwright-core';
import { inject, vi } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { CLIENT_HEADER } from '../../../contract/route.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import type { Language } from '../../../web/src/texts/catalogue.ts';
import type { StoredMail } from '../mail-server.ts';
import { TEXTS } from '../web-texts.ts';
import { type OpenPage, openPage } from './page.ts';

export { TEXTS };
export const LANGUAGES = Object.keys(TEXTS) as Language[];

export const [DE_BRUG, RHEINPERSONAL] = DEMO_TENANTS;
const { slug, name } = DE_BRUG;
type Demo = (typeof DEMO_TENANTS)[number];
export const AGENCY = { slug, name };

/** The API, as the agency's own system uses it. */
export function agencyApi({ tenantId, apiToken }: Demo = DE_BRUG) {
  const authorization = `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}`;
  return createClient({ baseUrl: `http://${inject('addresses').gateway}`, fetch, headers: { authorization } });
}

/** The API, as somebody uses it in a browser after logging in. */
export async function apiOf(login: { readonly loginName: string; readonly password: string }, tenant: string = slug) {
  const baseUrl = `http://${inject('addresses').gateway}`;
  const { loginName, password } = login;
  const body = JSON.stringify({ tenant, loginName, password });
  const answer = await fetch(`${baseUrl}/v1/session`, { method: 'POST', headers: AS_A_PAGE, body });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { status: answer.status, client: createClient({ baseUrl, fetch, headers: { ...AS_A_PAGE, cookie } }) };
}
const AS_A_PAGE = { 'content-type': 'application/json', [CLIENT_HEADER]: 'web', 'sec-fetch-site': 'same-origin' };

export const staffApi = async ({ slug, employee }: Demo = DE_BRUG) => (await apiOf(employee, slug)).client;

const someAddress = () => `${crypto.randomUUID()}@mail.example`;

/** A worker of the demo agency who was just given access, by mail. */
export async function newWorker(of: { readonly phone?: string } = {}) {
  const client = agencyApi();
  const mailAddress = someAddress();
  const phones = of.phone === undefined ? [] : [{ number: of.phone, mobile: true, private: false }];
  const body = {
    givenName: 'René',
    familyName: 'Werker',
    language: 'nl',
    mailAddresses: [mailAddress],
    phones,
  } as const;
  const { id: workerId } = await client.createWorker({
    body: { ...body, mailAddresses: [mailAddress], phones },
    idempotencyKey: crypto.randomUUID(),
  });
  await client.actOnPortalAccess({ params: { workerId, action: 'enable' }, body: {} });
  const { text } = await mailTo(mailAddress);
  const [, loginName = ''] = /Gebruikersnaam: (\S+)/.exec(text) ?? [];
  const [, password = ''] = /Wachtwoord: (\S+)/.exec(text) ?? [];
  return { workerId, mailAddress, issued: { loginName, password } };
}

/** The same after the first login, with a verification question. */
export async function settledWorker(of: { readonly phone?: string } = {}) {
  const { workerId, mailAddress, issued } = await newWorker(of);
  const login = { loginName: `eigen.${workerId.slice(-8).toLowerCase()}`, password: 'een lange eigen wachtzin' };
  await (await apiOf(issued)).client.changeIssuedLoginData({ body: login });
  const body = { question: 'Hoe heette uw eerste hond?', answer: 'Bello' };
  await agencyApi().recordVerificationQuestion({ params: { workerId }, body });
  return { workerId, mailAddress, login, ...body };
}

/** An employee of the demo agency who was just invited: the link of the mail. */
export async function newEmployee(language: Language, demo: Demo = DE_BRUG) {
  const client = await staffApi(demo);
  const mailAddress = someAddress();
  const { id: employeeId } = await client.createEmployee({
    body: { name: 'Bo de Wit', language, mailAddress },
    idempotencyKey: crypto.randomUUID(),
  });
  await client.inviteEmployee({ params: { employeeId } });
  const { text } = await mailTo(mailAddress);
  const [link = ''] = /http\S+/.exec(text) ?? [];
  return { employeeId, mailAddress, link };
}

/** The newest mail to somebody, whose text holds what is looked for; waits until it is there. */
export async function mailTo(
  address: string,
  about = '',
): Promise<{ readonly subject: string; readonly text: string }> {
  const newest = async () => {
    const { emails } = (await (await fetch(`http://${inject('addresses').mail}/store`)).json()) as {
      emails: StoredMail[];
    };
    const all = emails.filter(
      ({ destination, body }) => destination.to.includes(address) && body.text?.includes(about),
    );
    const mail = all.at(-1);
    return mail && { subject: mail.subject, text: mail.body.text ?? '' };
  };
  return vi.waitUntil(newest, { timeout: 20_000, interval: 100 });
}

/** Types new login data into their fields and keeps them. */
export async function chooseLoginData(
  page: Page,
  language: Language,
  own: { loginName?: string; password: string },
): Promise<void> {
  const { loginData } = TEXTS[language];
  if (own.loginName !== undefined) await page.getByLabel(loginData.loginName, { exact: true }).fill(own.loginName);
  await page.getByLabel(loginData.password, { exact: true }).fill(own.password);
  await page.getByLabel(loginData.passwordAgain, { exact: true }).fill(own.password);
  await page.locator('form button[type="submit"]').click();
}

/** A page of the web app, in the language of a browser that asks for it. */
export async function openPortal(
  path: string,
  language: Language,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const opened = await openPage(`http://${inject('addresses').gateway}${path}`, { locale: language, ...options });
  await opened.page.locator('h1').waitFor();
  return opened;
}

/** Gives the demo agency's short name, where neither the link nor an earlier login said it. */
export async function fillAgency(page: Page, language: Language): Promise<void> {
  const field = page.getByLabel(TEXTS[language].login.agency);
  if ((await field.count()) > 0) await field.fill(slug);
}

/** Fills the log-in page in and sends it. */
export async function logIn(
  { page }: OpenPage,
  language: Language,
  data: { loginName: string; password: string },
): Promise<void> {
  const { login } = TEXTS[language];
  await fillAgency(page, language);
  await page.getByLabel(login.loginName).fill(data.loginName);
  await page.getByLabel(login.password, { exact: true }).fill(data.password);
  await page.getByRole('button', { name: login.submit }).click();
}

/** What the console may tell: the browser reports an answer of 401 or 400 as an error, also where it is expected. */
export function unexpected(faults: readonly string[]): string[] {
  return faults.filter((fault) => !/the server responded with a status of 4\d\d/.test(fault));
}
