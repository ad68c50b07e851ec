import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { followMessage } from '../../../local/send/follow-message.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

const [{ tenantId, apiToken }] = DEMO_TENANTS;
const headers = { authorization: `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}` };
let stack: SharedStack;
const client = () => createClient({ baseUrl: stack.url, fetch, headers });
beforeAll(async () => {
  stack = await sharedStack();
  await setUndo(2);
});
afterAll(() => setUndo(0));

async function setUndo(undoSeconds: number): Promise<void> {
  const { responsibility: _, version, ...settings } = await client().getMessagingSettings();
  await client().changeMessagingSettings({ body: { ...settings, undoSeconds }, version });
}

it('B7 an SMS of an agency that can undo is kept back, and then goes by itself; one that is undone never does', async () => {
  const send = (to: string) =>
    client().sendMessage({ body: { to, text: 'Goedemorgen' }, idempotencyKey: randomUUID() });
  const before = await client().getCredits();
  const [kept, undone] = [await send('+31612380001'), await send('+31612380002')];
  expect([kept.state, undone.state]).toEqual(['scheduled', 'scheduled']);
  const cancelled = await client().cancelMessage({ params: { messageId: undone.id } });
  expect(cancelled.state).toBe('cancelled');

  // The clock of this stack calls once a day: it is the hint that the queue keeps back.
  const { state } = await followMessage(client(), kept.id, Date.now() + 50_000, () => {});
  expect(state).toBe('delivered');
  const { timeline } = await client().getMessage({ params: { messageId: kept.id } });
  expect(timeline.slice(0, 3).map(({ event }) => event)).toEqual(['scheduled', 'accepted', 'handed-over']);
  const held = Date.parse(timeline[1]?.at ?? '') - Date.parse(timeline[0]?.at ?? '');
  expect(held).toBeGreaterThanOrEqual(2_000);
  expect(await client().getCredits()).toMatchObject({ available: before.available - 1, reserved: before.reserved });
});
