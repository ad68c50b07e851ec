import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { headingsOf } from '../../../functions/domain/messaging/exports/csv.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

let stack: SharedStack;
beforeAll(async () => {
  stack = await sharedStack();
});

const [{ tenantId, apiToken }] = DEMO_TENANTS;
const token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);

it('E3-9 the list of messages is downloaded as a CSV, which nobody gets without its link', async () => {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'nl' };
  const client = createClient({ baseUrl: stack.url, fetch, headers });
  const word = `woord${randomUUID().slice(0, 8)}`;
  const { id } = await client.sendMessage({
    body: { to: '+31612345678', text: `=1+1, ${word}` },
    idempotencyKey: randomUUID(),
  });
  const asked = await client.createMessageExport({ body: { text: word }, idempotencyKey: randomUUID() });
  const params = { exportId: asked.id };
  await vi.waitFor(async () => expect((await client.getMessageExport({ params })).state).toBe('done'), {
    timeout: 50_000,
    interval: 250,
  });
  const { url } = await client.linkMessageExport({ params });
  const file = await fetch(url);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="sms-\d{4}-\d{2}-\d{2}\.csv"$/);
  const bytes = Buffer.from(await file.arrayBuffer()).toString('utf8');
  expect(bytes.startsWith(headingsOf('nl'))).toBe(true);
  const lines = bytes.slice(headingsOf('nl').length).split('\r\n').slice(0, -1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`"'=1+1, ${word}`);
  expect(lines[0]?.endsWith(id)).toBe(true);
  expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
}, 90_000);
