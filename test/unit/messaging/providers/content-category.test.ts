import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Smsapi } from '../../../../functions/adapters/smsapi/smsapi.ts';
import { Websms } from '../../../../functions/adapters/websms/websms.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

let server: Server;
let url: string;
let asked: unknown;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked = await json(request);
    response.end(JSON.stringify({ statusCode: 2000, transferId: 'T1' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it.each([
  ['advertisement', { category: 'marketing' }],
  ['informational', {}],
] as const)('websms is told %s for a message of %j', async (contentCategory, given) => {
  const { cloud, message, work, found, tenantId } = memoryCalls('websms', {
    websms: new Websms(url),
    smsapi: new Smsapi({ pl: url, com: url }),
  });
  const { messageId, to } = message(given);
  const at = '2026-11-21T09:00:00.000Z';
  const consent = { givenAt: at, source: 'A form', textVersion: '1', recordedAt: at, recordedBy: 'emp_1' };
  const audit = { tenantId, subjectId: to, auditId: 'aud_1', at, by: 'emp_1', action: 'agreed' };
  await cloud.choices.agree(tenantId, to, consent, audit);
  await work();
  expect((await found(messageId)).state).toBe('submitted');
  expect(asked).toMatchObject({ contentCategory });
});
