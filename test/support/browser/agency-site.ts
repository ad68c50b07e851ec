import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import * as x509 from '@peculiar/x509';
import type { Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { Route } from '../../../contract/route.ts';
import { openPage } from './page.ts';

const DAY_MILLISECONDS = 86_400_000;
const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export interface SiteAnswer {
  readonly status: number;
  readonly body?: Record<string, unknown>;
}
/** What the site's own script asks of the API; rejects when the browser keeps the answer from it. */
export type AskFromSite = (
  route: Pick<Route, 'method' | 'path'>,
  input?: { readonly body?: object; readonly ifMatch?: number },
) => Promise<SiteAnswer>;

/** The agency's page: its script keeps the token in memory, as the API asks of it. */
const pageFor = (api: string) => `<!doctype html>
<html lang="nl">
<title>Het uitzendbureau</title>
<h1>Het uitzendbureau</h1>
<script>
  let token;
  async function ask(method, path, { body, ifMatch } = {}) {
    const headers = {
      ...(token && { authorization: 'Bearer ' + token }),
      ...(body && { 'content-type': 'application/json' }),
      ...(ifMatch && { 'if-match': '"' + ifMatch + '"' }),
    };
    const answer = await fetch('${api}' + path, { method, headers, body: body && JSON.stringify(body) });
    if (answer.status === 204) return { status: answer.status };
    const content = await answer.json();
    token = content.accessToken ?? token;
    return { status: answer.status, body: content };
  }
</script>
</html>`;

/** A website on this machine, by a name and over TLS as the settings ask of an agency's own. @returns its origin */
export async function startAgencySite(host: `${string}.example`): Promise<string> {
  const server = createServer(await selfSigned(host), (_, response) =>
    response.setHeader('content-type', 'text/html').end(pageFor(`http://${inject('addresses').gateway}`)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://${host}:${(server.address() as AddressInfo).port}`;
}

/** A visitor of the site. Nothing is intercepted: what the browser asks first and what it refuses is its own. */
export async function visitSite(origin: string): Promise<{ readonly page: Page; readonly ask: AskFromSite }> {
  const { page } = await openPage(origin, { ignoreHTTPSErrors: true });
  const ask: AskFromSite = ({ method, path }, input = {}) =>
    page.evaluate(`ask(${[method, path, input].map((one) => JSON.stringify(one)).join()})`);
  return { page, ask };
}

async function selfSigned(host: string): Promise<{ cert: string; key: string }> {
  x509.cryptoProvider.set(webcrypto);
  const keys = await webcrypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [host] }],
    notBefore: new Date(Date.now() - DAY_MILLISECONDS),
    notAfter: new Date(Date.now() + DAY_MILLISECONDS),
    keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
  });
  const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { cert: certificate.toString('pem'), key };
}
