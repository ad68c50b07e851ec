import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { Canaries } from '../canaries.ts';
import type { StoredMail } from '../mail-server.ts';

const WITHIN = { timeout: 100_000, interval: 250 };

export interface Answer {
  readonly status: number;
  readonly cookies: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: each route has another
  readonly body: any;
}

export interface BrowserOptions {
  readonly canaries: Canaries;
  /** http://… of the API */
  readonly url: string;
  /** host:port of the inbox */
  readonly mail: string;
  /** short name of the agency */
  readonly tenant: string;
}

/** Asks as pages do, reads mails, and plants what it is given to keep. */
export function plantingBrowser({ canaries, url, mail, tenant }: BrowserOptions) {
  /** A request as a page of ours sends it, or what `more` makes of it: without a login, or with the cookies of one. */
  async function ask(
    method: string,
    path: string,
    body: unknown,
    cookies: readonly string[] = [],
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const pairs = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    const browser = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin', ...(pairs && { cookie: pairs }) };
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...browser, ...more };
    const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, cookies: answer.headers.getSetCookie(), body: text ? JSON.parse(text) : undefined };
  }

  let logins = 0;
  /** Takes the cookies of what opened a session, and plants them: the session's token, and the device's. */
  function opened(answer: Answer): readonly string[] {
    expect([200, 201]).toContain(answer.status);
    logins += 1;
    for (const cookie of answer.cookies) {
      const [name = '', token] = cookie.split(';')[0]?.split('=') ?? [];
      canaries.plant(`${name} of login ${logins}`, token?.split('.').at(-1));
    }
    return answer.cookies;
  }
  const logIn = (loginName: string, password: string) => ask('POST', '/v1/session', { tenant, loginName, password });

  const read = new Set<string>();
  /** What a pattern finds in a mail to this address that was not read before. */
  async function inMail(address: string, pattern: RegExp): Promise<string[]> {
    return vi.waitFor(async () => {
      const { emails } = (await (await fetch(`http://${mail}/store`)).json()) as { emails: StoredMail[] };
      const texts = emails
        .filter(({ destination }) => destination.to.includes(address))
        .map(({ body }) => body.text ?? '');
      const found = texts.map((text) => pattern.exec(text)).find((match) => match && !read.has(match[0]));
      if (!found) throw new Error(`no mail to ${address} with ${pattern}`);
      read.add(found[0]);
      return found.slice(1);
    }, WITHIN);
  }
  return { ask, opened, logIn, inMail, canaries, tenant };
}
export type PlantingBrowser = ReturnType<typeof plantingBrowser>;
