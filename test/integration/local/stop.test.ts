import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { modemClient } from '../../support/modem-client.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

const WAIT = { timeout: 50_000, interval: 100 };
/** Of this test alone: others send through the same modem. */
const number = `+3161236${String(Date.now()).slice(-4)}`;

let stack: SharedStack;
beforeAll(async () => {
  stack = await sharedStack();
});

it('B3 G4 who sends STOP to the SIM card gets no more SMS: what waits is cancelled, and its credit comes back', async () => {
  const [{ tenantId, apiToken }] = DEMO_TENANTS;
  const token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);
  const client = createClient({ baseUrl: stack.url, fetch, headers: { authorization: `Bearer ${token}` } });
  const modem = modemClient(Number(stack.addresses.phones.split(':')[1]));
  const send = (more: { readonly sendAt?: string } = {}) =>
    client.sendMessage({ body: { to: number, text: 'Morgen', ...more }, idempotencyKey: randomUUID() });
  const { id: messageId } = await send({ sendAt: new Date(Date.now() + 3_600_000).toISOString() });
  const { reserved } = await client.getCredits();
  await modem.inbound({ from: number, text: 'Stop!' });
  const message = () => client.getMessage({ params: { messageId } });
  await vi.waitFor(async () => expect((await message()).state).toBe('cancelled'), WAIT);
  expect((await message()).reason).toBe('The recipient has asked for no more SMS.');
  expect((await client.getCredits()).reserved).toBeLessThan(reserved);
  await expect(send()).rejects.toMatchObject({ problem: { code: 'recipient-opted-out' } });
  const threadOf = async () => (await client.listThreads({ query: {} })).items.find((one) => one.number === number);
  await vi.waitFor(async () => expect(await threadOf()).toMatchObject({ unread: 1, last: { text: 'Stop!' } }), WAIT);
});
