import type { BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import type { Language } from '../../../web/src/texts/catalogue.ts';
import { de } from '../../../web/src/texts/de/index.ts';
import { en } from '../../../web/src/texts/en/index.ts';
import { nl } from '../../../web/src/texts/nl/index.ts';
import { pl } from '../../../web/src/texts/pl/index.ts';
import { type OpenPage, openPage } from './page.ts';

export const TEXTS = { nl, de, pl, en } as const;
export const LANGUAGES = Object.keys(TEXTS) as Language[];

const [{ tenantId, slug, name, apiToken }] = DEMO_TENANTS;
export const AGENCY = { slug, name };

/** The API, as the agency's own system uses it. */
export function agencyApi() {
  const authorization = `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}`;
  return createClient({ baseUrl: `http://${inject('addresses').gateway}`, fetch, headers: { authorization } });
}

let workers = 0;

/** A worker of the demo agency who was just given access. */
export async function newWorker() {
  workers += 1;
  const client = agencyApi();
  const body = { givenName: 'René', familyName: `Werker ${workers}`, language: 'nl' as const };
  const { id: workerId } = await client.createWorker({ body, idempotencyKey: crypto.randomUUID() });
  const { slip } = await client.actOnPortalAccess({
    params: { workerId, action: 'enable' },
    body: { slipIfNotMailed: true },
  });
  if (!slip) throw new Error('no login data were shown');
  return { workerId, issued: { loginName: slip.loginName, password: slip.password } };
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

/** Fills the log-in page in and sends it. */
export async function logIn(
  { page }: OpenPage,
  language: Language,
  data: { loginName: string; password: string },
): Promise<void> {
  const { login } = TEXTS[language];
  await page.getByLabel(login.agency).fill(slug);
  await page.getByLabel(login.loginName).fill(data.loginName);
  await page.getByLabel(login.password, { exact: true }).fill(data.password);
  await page.getByRole('button', { name: login.submit }).click();
}

/** What the console may tell: the browser reports an answer of 401 or 400 as an error, also where it is expected. */
export function unexpected(faults: readonly string[]): string[] {
  return faults.filter((fault) => !/the server responded with a status of 4\d\d/.test(fault));
}
