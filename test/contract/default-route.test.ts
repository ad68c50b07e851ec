import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { apiEvent, lambdaContext } from '../support/api-event.ts';
import { loadFunctions } from '../support/functions.ts';

let docs: ApiHandler;
beforeAll(async () => {
  docs = (await loadFunctions('not used'))['api-docs'];
});
const call = async (method: string, path: string) => {
  const { statusCode, headers, body } = await docs(apiEvent({ method, path }), lambdaContext);
  return { status: statusCode, type: headers?.['content-type'], body: JSON.parse(body ?? '') };
};
const type = 'application/problem+json';

describe('what no route matches', () => {
  it.each(['/', '/v1', '/v1/messages/', '/v1/messages/a/b', '/V1/messages', '/v1/nothing'])(
    '%s is not found',
    async (path) => {
      expect(await call('GET', path)).toMatchObject({ status: 404, type, body: { code: 'not-found' } });
    },
  );

  it.each([
    ['DELETE', '/v1/messages', 'This address knows POST, GET'],
    ['PUT', '/v1/messages/msg_01JD0000000000000000000000', 'This address knows GET'],
    ['POST', '/docs', 'This address knows GET'],
  ])('%s %s names the methods that there are', async (method, path, message) => {
    const answer = await call(method, path);
    expect(answer).toMatchObject({ status: 405, type, body: { errors: [{ path: 'method', message }] } });
  });
});
