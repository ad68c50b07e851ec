import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { upload } from '../../support/files/bucket.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

let stack: SharedStack;
beforeAll(async () => {
  stack = await sharedStack();
});

const [{ tenantId, apiToken }] = DEMO_TENANTS;
const token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);

it('E3-4 a batch to an uploaded CSV goes out in the running stack', async () => {
  const client = createClient({ baseUrl: stack.url, fetch, headers: { authorization: `Bearer ${token}` } });
  const form = await client.createRecipientUpload({});
  expect((await upload(form, 'to\n+31612340001\n+31612340002\n+31612340001\n')).status).toBe(204);
  const { id } = await client.createMessageBatch({
    body: { uploadId: form.id, text: 'Morgen om zeven uur', duplicates: 'skip', priority: 'low' },
    idempotencyKey: randomUUID(),
  });
  const params = { batchId: id };
  const find = () => client.getMessageBatch({ params });
  await vi.waitFor(async () => expect((await find()).state).toBe('prepared'), { timeout: 60_000, interval: 200 });
  expect((await find()).lines).toEqual({ recipients: 2, duplicates: 1, refused: 0 });
  await client.acceptMessageBatch({ params });
  await vi.waitFor(async () => expect((await find()).progress?.delivered).toBe(2), { timeout: 90_000, interval: 500 });
  expect((await find()).state).toBe('sending');
});
