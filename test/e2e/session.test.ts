import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, inject, it, onTestFinished } from 'vitest';
import { CLIENT_HEADER, SESSION_COOKIE } from '../../contract/route.ts';
import { DEMO_TENANTS } from '../../local/demo/demo-data.ts';
import { openPage } from '../support/browser/page.ts';

const api = `http://${inject('addresses').gateway}`;
const [{ slug, employee }] = DEMO_TENANTS;
const LOGIN = { tenant: slug, loginName: employee.loginName, password: employee.password };

/** A page of the API's own origin, as the web app will be; /docs itself may not fetch anything. */
async function ownPage(): Promise<Page> {
  return (await openPage(`${api}/docs`, { bypassCSP: true })).page;
}

/** Another origin of the same site, so that even a SameSite=Strict cookie is sent from it. */
async function otherOrigin(html = '<title>Other</title>'): Promise<string> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Answer {
  readonly status: number;
  readonly body?: { readonly code?: string; readonly employee?: { readonly name: string } };
}

/** What a script of the page gets; rejects when the browser keeps the answer from it. */
function request(page: Page, method: string, body?: object): Promise<Answer> {
  const init = {
    method,
    credentials: 'include',
    headers: { [CLIENT_HEADER]: 'web', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  };
  return page.evaluate(
    async ({ url, init }) => {
      const response = await fetch(url, init as RequestInit);
      const body = response.status === 204 ? undefined : ((await response.json()) as Answer['body']);
      return { status: response.status, ...(body && { body }) };
    },
    { url: `${api}/v1/session`, init },
  );
}

async function loggedIn(): Promise<Page> {
  const page = await ownPage();
  expect(await request(page, 'POST', LOGIN)).toMatchObject({ status: 201 });
  return page;
}

async function sessionCookie(page: Page) {
  return (await page.context().cookies(api)).find(({ name }) => name === SESSION_COOKIE);
}

it('A17 keeps the session where no script and no other site comes to it', async () => {
  const page = await loggedIn();
  expect(await sessionCookie(page)).toMatchObject({
    name: '__Host-heraut',
    domain: '127.0.0.1',
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
    expires: -1,
  });
  expect(await page.evaluate('document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })')).toBe('{}');
  expect(await request(page, 'GET')).toMatchObject({ status: 200, body: { employee: { name: employee.name } } });
});

it('A17 lets no script of another origin use the session', async () => {
  const page = await loggedIn();
  await page.goto(await otherOrigin());
  for (const [method, body] of [['GET'], ['DELETE'], ['POST', LOGIN]] as const)
    await expect(request(page, method, body), method).rejects.toThrow('Failed to fetch');
  await page.goto(`${api}/docs`);
  expect(await request(page, 'GET')).toMatchObject({ status: 200 });
});

it.each([
  ['link', `<a href="${api}/v1/session">Go</a>`, 'GET'],
  ['form', `<form method="post" enctype="text/plain" action="${api}/v1/session"><button>Go</button></form>`, 'POST'],
])('A17 refuses a %s on a page of another origin, though the cookie comes with it', async (_, html, method) => {
  const page = await loggedIn();
  await page.goto(await otherOrigin(html));
  const answered = page.waitForResponse(`${api}/v1/session`);
  await page.getByText('Go').click();
  const response = await answered;
  const headers = await response.request().allHeaders();
  expect(response.request().method()).toBe(method);
  expect(headers['cookie']).toContain(`${SESSION_COOKIE}=`);
  expect(headers['sec-fetch-site']).toBe('same-site');
  expect(response.status()).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'wrong-origin' });
});

it('A17 ends the session for good at the log-out', async () => {
  const page = await loggedIn();
  const cookie = await sessionCookie(page);
  if (!cookie) throw new Error('no session cookie');
  expect(await request(page, 'DELETE')).toEqual({ status: 204 });
  expect(await sessionCookie(page)).toBeUndefined();
  expect(await request(page, 'GET')).toMatchObject({ status: 401, body: { code: 'not-logged-in' } });

  await page.context().addCookies([cookie]);
  expect(await sessionCookie(page)).toMatchObject({ value: cookie.value });
  expect(await request(page, 'GET')).toMatchObject({ status: 401, body: { code: 'not-logged-in' } });
});
