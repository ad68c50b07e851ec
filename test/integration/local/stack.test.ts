import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { followMessage } from '../../../local/send/follow-message.ts';
import { patientClient } from '../../../local/send/patient-client.ts';
import { asSent } from '../../support/offered-sms.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

let stack: SharedStack;
beforeAll(async () => {
  stack = await sharedStack();
});

function client() {
  const [{ tenantId, apiToken }] = DEMO_TENANTS;
  return patientClient(stack.url, apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret), Date.now() + 50_000);
}

async function deliver(text: string): Promise<string> {
  const { id } = await client().sendMessage({ body: { to: '+31612345678', text }, idempotencyKey: randomUUID() });
  const { state } = await followMessage(client(), id, Date.now() + 50_000, () => {});
  expect(state).toBe('delivered');
  return id;
}

async function textsOnThePhone(): Promise<string[]> {
  const log = await readFile(join(stack.stateFolder, 'modem', 'submits.jsonl'), 'utf8');
  return log
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

it('delivers a message from the API to the phone', async () => {
  await deliver('van de API');
  expect((await textsOnThePhone()).filter((text) => text === asSent('van de API', 'De Brug'))).toHaveLength(1);
});

it('brings every part back that is killed, with what it had', async () => {
  const id = await deliver('voor de klap');
  const { parts } = stack;
  const before = new Map(await Promise.all(parts.map(async (part) => [part, await stack.pid(part)] as const)));

  await Promise.all(parts.map((part) => stack.kill(part)));
  await Promise.all(parts.map((part) => stack.ready(part)));

  for (const part of parts) expect(await stack.pid(part), part).not.toBe(before.get(part));
  expect(await client().getMessage({ params: { messageId: id } })).toMatchObject({ id, state: 'delivered' });
  await deliver('na de klap');
  const wanted = ['voor de klap', 'na de klap'].map((text) => asSent(text, 'De Brug'));
  expect((await textsOnThePhone()).filter((text) => text.includes('de klap'))).toEqual(wanted);
});
