import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { composePortalMail } from '../../functions/domain/portal/compose-mail.ts';
import { TRANSITIONS } from '../../functions/domain/portal/model.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { useTable } from '../support/table.ts';
import { CORRESPONDENCE } from '../unit/portal/memory-portal.ts';

const { name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

/** What a scanner of mails can ask: it follows links, and has no login. */
const open = Object.entries(routes).filter(
  ([, { method, access }]: [string, Route]) => method === 'GET' && access === 'open',
);

describe('a scanner that opens every link of a mail', () => {
  it.each(open)('uses up nothing by %s: no row is written but the count of its limit', async (_, route: Route) => {
    const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => [param, 'x']));
    const calls = vi.spyOn(DynamoDBClient.prototype, 'send');
    await send(functions, route, { params });
    const written = calls.mock.calls
      .filter(([command]) => /Put|Update|Delete|Write/.test(command.constructor.name))
      .map(([{ input }]) => JSON.stringify(input));
    calls.mockRestore();
    // That it asked is counted against its limit; nothing else is kept of it.
    expect(written.filter((input) => !input.includes('LIMIT#'))).toEqual([]);
  });

  it.each(['nl', 'de', 'pl', 'en'] as const)(
    'finds no secret in a link of mails about portal access in %s',
    (language) => {
      const worker = { ...CORRESPONDENCE.worker, language };
      const at = new Date('2026-11-22T10:00:00.000Z');
      const loginData = { loginName: 'EF_Rene14303', password: 'mzpk-7r4t-e9hw-3xua', validUntil: at };
      for (const { mail, loginData: data } of Object.values(TRANSITIONS)) {
        const told = { mail, at, ...(data === 'new' && { loginData }) };
        const { text, html } = composePortalMail({ ...CORRESPONDENCE, worker }, told);
        const links = [text, html].flatMap((body) => body.match(/(?:https?:\/\/|www\.)[^\s<"]+/g) ?? []);
        expect(links.filter((link) => !/^(https:\/\/)?www\.flexwerker\.com$/.test(link))).toEqual([]);
      }
    },
  );
});
