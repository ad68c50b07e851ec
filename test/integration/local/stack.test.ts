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

/** Milliseconds; what is lost when everything is killed is told to the box again two minutes after it was handed over. */
const SOON = 50_000;
const AFTER_LOSSES = 180_000;

function client(within = SOON) {
  const [{ tenantId, apiToken }] = DEMO_TENANTS;
  return patientClient(stack.url, apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret), Date.now() + within);
}

async function deliver(text: string, within = SOON): Promise<string> {
  const { id } = await client().sendMessage({ body: { to: '+31612345678', text }, idempotencyKey: randomUUID() });
  const told: string[] = [];
  const { state } = await followMessage(client(within), id, Date.now() + within, (line) => told.push(line)).catch(
    (error: Error) => ({ state: error.message }),
  );
  expect(state, told.join('\n')).toBe('delivered');
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

it('brings every part back that is killed, with what it had', { timeout: 2 * AFTER_LOSSES }, async () => {
  const id = await deliver('voor de klap');
  const { parts } = stack;
  const before = new Map(await Promise.all(parts.map(async (part) => [part, await stack.pid(part)] as const)));

  await Promise.all(parts.map((part) => stack.kill(part)));
  await Promise.all(parts.map((part) => stack.ready(part)));

  for (const part of parts) expect(await stack.pid(part), part).not.toBe(before.get(part));
  expect(await client().getMessage({ params: { messageId: id } })).toMatchObject({ id, state: 'delivered' });
  await deliver('na de klap', AFTER_LOSSES);
  const wanted = ['voor de klap', 'na de klap'].map((text) => asSent(text, 'De Brug'));
  expect((await textsOnThePhone()).filter((text) => text.includes('de klap'))).toEqual(wanted);
});
