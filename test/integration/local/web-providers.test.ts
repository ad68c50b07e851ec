import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import type { SendingRoute } from '../../../contract/providers.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { DEMO_SMSAPI, DEMO_WEBSMS } from '../../../local/demo/provider-accounts.ts';
import { followMessage } from '../../../local/send/follow-message.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';
import { standIn } from '../../support/web-providers/stand-in.ts';

let stack: SharedStack;
beforeAll(async () => {
  stack = await sharedStack();
});
afterAll(async () => {
  await client().changeRouting({ body: { routes: ['modem'] } });
});

/** The agency that has no box. */
const [, { tenantId, apiToken }] = DEMO_TENANTS;
const token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);
const client = () => createClient({ baseUrl: stack.url, fetch, headers: { authorization: `Bearer ${token}` } });

async function follow(text: string, more: { readonly route?: SendingRoute } = {}) {
  const to = `+4915112${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  const { id } = await client().sendMessage({ body: { to, text, ...more }, idempotencyKey: randomUUID() });
  const { state } = await followMessage(client(), id, Date.now() + 50_000, () => {});
  return { state, id, to: to.slice(1) };
}

it('E3-1 an SMS goes by the agency’s own account with SMSAPI, once, and its report comes back', async () => {
  const smsapi = standIn(stack.addresses.smsapi);
  const account = { credentials: { token: DEMO_SMSAPI.token } };
  const saved = await client().saveProviderAccount({ params: { provider: 'smsapi' }, body: account });
  expect(saved.credentials).toBe('********oken');
  await client().changeRouting({ body: { routes: ['smsapi'] } });
  const { state, id, to } = await follow('Guten Morgen');
  expect(state).toBe('delivered');
  expect(await smsapi.taken(to)).toMatchObject([{ text: 'Guten Morgen\nRheinZeit' }]);
  const { route, timeline } = await client().getMessage({ params: { messageId: id } });
  expect(route).toBe('smsapi');
  expect(timeline.map(({ event }) => event)).toEqual(['accepted', 'calling', 'submitted', 'delivered']);
  expect(await client().getProviderBalance({ params: { provider: 'smsapi' } })).toEqual({ balance: 99.84 });
});

it('E4-3 an SMS goes by websms, and an answer to it comes in once', async () => {
  const websms = standIn(stack.addresses.websms);
  const { callbackAddress } = await client().saveProviderAccount({
    params: { provider: 'websms' },
    body: { credentials: { username: DEMO_WEBSMS.username, password: DEMO_WEBSMS.password } },
  });
  const { state, to } = await follow('Guten Abend', { route: 'websms' });
  expect(state).toBe('delivered');
  expect(await websms.taken(to)).toMatchObject([{ text: 'Guten Abend\nRheinZeit' }]);
  const inbound = { from: to, to: '4367612345678', text: 'Danke', id: randomUUID(), url: callbackAddress };
  await websms.tell({ type: 'message', ...inbound, times: 3 });
  const { items } = await client().listInboundMessages();
  expect(items.filter(({ sender }) => sender === to)).toMatchObject([{ text: 'Danke', provider: 'websms' }]);
});
