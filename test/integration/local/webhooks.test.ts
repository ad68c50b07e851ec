import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';
import { isSignedBy, type Receiver, startReceiver } from '../../support/webhooks.ts';

let stack: SharedStack;
let receiver: Receiver;
beforeAll(async () => {
  stack = await sharedStack();
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

const [{ tenantId, apiToken }] = DEMO_TENANTS;
const token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);

it('B6 another system hears of an SMS on its way, signed, in an order that it can tell, also after it was out of order', async () => {
  const client = createClient({ baseUrl: stack.url, fetch, headers: { authorization: `Bearer ${token}` } });
  receiver.answer = { status: 500 };
  const webhook = await client.createWebhook({
    body: {
      url: receiver.url,
      events: ['message.submitted', 'message.delivered'],
      mailAddress: 'it@debrug.example',
    },
    idempotencyKey: randomUUID(),
  });
  const params = { webhookId: webhook.id };
  try {
    const { id } = await client.sendMessage({
      body: { to: '+31612345678', text: 'Tot morgen' },
      idempotencyKey: randomUUID(),
    });
    const about = ({ body }: { body: string }) => JSON.parse(body).data.messageId === id;
    const deliveries = async () =>
      (await client.listWebhookDeliveries({ params })).items.filter((one) => one.about === id);
    await vi.waitFor(async () => expect((await deliveries()).map(({ lastStatus }) => lastStatus)).toEqual([500, 500]), {
      timeout: 50_000,
      interval: 250,
    });
    receiver.answer = { status: 204 };
    const tried = receiver.heard.filter(about).length;
    for (const { eventId } of await deliveries())
      await client.replayWebhookDelivery({ params: { ...params, eventId } });
    await vi.waitFor(
      async () => expect((await deliveries()).map(({ state }) => state)).toEqual(['delivered', 'delivered']),
      {
        timeout: 50_000,
        interval: 250,
      },
    );
    const heard = receiver.heard.filter(about);
    expect(heard.every((one) => isSignedBy(webhook.secret, one))).toBe(true);
    const again = heard.slice(tried);
    expect(new Set(again.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set(heard.slice(0, tried).map(({ headers }) => headers['webhook-id'])),
    );
    const ordered = again.map(({ body }) => JSON.parse(body)).sort((one, other) => one.sequence - other.sequence);
    expect(ordered.map(({ type }) => type)).toEqual(['message.submitted', 'message.delivered']);
  } finally {
    const { version } = await client.getWebhook({ params });
    await client.removeWebhook({ params, version });
  }
}, 120_000);
