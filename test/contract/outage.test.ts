import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { loadFunctions, NOBODY, send } from '../support/functions.ts';

let functions: Record<ApiFunction, ApiHandler>;
beforeAll(async () => {
  functions = await loadFunctions('heraut', NOBODY);
});
const id = (prefix: string) => `${prefix}_01JD0000000000000000000000`;
const token = `ht_${id('ten')}.${id('tok')}.${'A'.repeat(43)}`;
const withLogin: [string, Route][] = Object.entries(routes).filter(
  ([, route]: [string, Route]) => route.access !== 'open',
);

describe('while the table is out of reach', () => {
  it.each(withLogin)('%s answers 503 and says when to come back', async (_, route) => {
    const answer = await send(functions, route, { headers: { authorization: `Bearer ${token}` } });
    expect(answer).toMatchObject({ status: 503, body: { code: 'temporarily-unavailable' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('a login is neither right nor wrong', async () => {
    const body = { tenant: 'west', loginName: 'anna', password: 'correct horse battery' };
    const answer = await send(functions, routes.logIn, { body });
    expect(answer).toMatchObject({ status: 503, cookies: [], body: { code: 'temporarily-unavailable' } });
  });

  it('the page at /docs is still there', async () => {
    expect((await send(functions, routes.getDocs)).status).toBe(200);
  });
});
