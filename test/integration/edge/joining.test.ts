import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mqtt from 'mqtt';
import { beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type Client, createClient } from '../../../contract/client.ts';
import { readIdentity } from '../../../edge-agent/src/identity/identity.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { herautEdge } from '../../edge/box/heraut-edge.ts';
import { startModemProgram } from '../../edge/simulated-modem/program.ts';
import { asSent } from '../../support/offered-sms.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

const WAIT = { timeout: 60_000, interval: 100 };
/** Certificates of the local authority begin an hour before they are issued: this one is to be renewed 3 s after that. */
const AN_HOUR_AND_3_SECONDS = 3_603 / 86_400;

/** An agency without a box. */
const [, { tenantId, apiToken }] = DEMO_TENANTS;
let stack: SharedStack;
let client: Client;
let folder: string;
const files = () => ({ config: join(folder, 'config.json'), state: join(folder, 'state') });

beforeAll(async () => {
  stack = await sharedStack();
  const authorization = `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}`;
  client = createClient({ baseUrl: stack.url, fetch, headers: { authorization } });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heraut-box-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const addBox = () => client.addBox({ body: { name: 'Büro Köln' }, idempotencyKey: randomUUID() });

async function joins(code: string, ...more: string[]) {
  const { config, state } = files();
  const where = ['--config', config, '--state', state];
  const program = herautEdge(['join', '--url', stack.url, '--code', code, ...where, ...more]);
  return { code: await program.ended, out: program.out.join('\n'), errors: program.errors.join('\n') };
}

async function identity() {
  for (const name of ['next.pem', 'current.pem']) {
    const text = await readFile(join(files().state, 'identity', name), 'utf8').catch(() => undefined);
    if (text !== undefined) return readIdentity(text);
  }
  throw new Error('the box has no certificate');
}

/** Whether the broker lets somebody in with it. */
async function opens({ certificate, privateKey }: { certificate: string; privateKey: string }): Promise<boolean> {
  const ca = await readFile(join(files().state, 'identity', 'authority.pem'), 'utf8');
  const box = mqtt.connect(`mqtts://${stack.addresses.broker}`, {
    protocolVersion: 5,
    ca,
    cert: certificate,
    key: privateKey,
    reconnectPeriod: 0,
  });
  try {
    return await new Promise((resolve) => {
      box.once('connect', () => resolve(true));
      box.once('error', () => resolve(false));
      box.once('close', () => resolve(false));
    });
  } finally {
    await box.endAsync(true);
  }
}

async function textsOf(modemFolder: string): Promise<string[]> {
  const lines = (await readFile(join(modemFolder, 'submits.jsonl'), 'utf8').catch(() => '')).trimEnd().split('\n');
  return lines.filter(Boolean).map((line) => (JSON.parse(line) as { text: string }).text);
}

it('S11, S12, S13 a box joins as an installer does it, sends, renews its certificate while messages flow, and is removed', async () => {
  const modem = await startModemProgram(join(folder, 'modem'), '--port', '0', '--http-port', '0');
  const box = await addBox();
  const joined = await joins(box.joinCode, '--modem', `tcp://127.0.0.1:${modem.port}`);
  expect(joined).toMatchObject({ code: 0, errors: '' });
  expect(joined.out).toContain(`This box is ${tenantId}:${box.id}`);
  const first = await identity();
  expect((await stat(join(files().state, 'identity', 'next.pem'))).mode & 0o777).toBe(0o600);
  expect(await opens(first)).toBe(true);

  const config = JSON.parse(await readFile(files().config, 'utf8'));
  config.cloud.renewAfterDays = AN_HOUR_AND_3_SECONDS;
  await writeFile(files().config, JSON.stringify(config));
  const agent = herautEdge(['run', files().config]);
  const events = () => agent.out.map((line) => JSON.parse(line) as { event: string; fingerprint?: string });
  const sent: string[] = [];
  const send = async (text: string) =>
    sent.push((await client.sendMessage({ body: { to: '+4915112345678', text }, idempotencyKey: randomUUID() })).id);

  const renewed = () =>
    events().some((one) => one.event === 'certificate-confirmed' && one.fingerprint !== first.fingerprint);
  for (let count = 0; !renewed() && count < 100; count++) {
    await send(`Nachricht ${count}`);
    await vi.waitFor(() => expect(renewed() || agent.out.length > count).toBe(true), WAIT);
  }
  await vi.waitFor(() => expect(renewed(), agent.out.slice(-12).join('\n')).toBe(true), WAIT);
  await send('nach dem Wechsel');
  await vi.waitFor(async () => {
    const states = await Promise.all(sent.map((messageId) => client.getMessage({ params: { messageId } })));
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['delivered']));
  }, WAIT);
  const texts = await textsOf(join(folder, 'modem'));
  expect(texts).toHaveLength(sent.length);
  expect(new Set(texts).size).toBe(sent.length);
  expect(await opens(first)).toBe(false);

  await client.removeBox({ params: { boxId: box.id } });
  await vi.waitFor(() => expect(events().at(-1)?.event).toMatch(/^(disconnected|not-connected)$/), {
    timeout: 10_000,
    interval: 50,
  });
  expect(await opens(await identity())).toBe(false);
  expect((await client.listBoxes()).items).toEqual([]);
  await client.sendMessage({ body: { to: '+4915112345678', text: 'zu spät' }, idempotencyKey: randomUUID() });
  expect(await textsOf(join(folder, 'modem'))).not.toContain(asSent('zu spät', 'RheinZeit'));
}, 180_000);

it('S11 says why it could not join, leaves what is there, and goes on where it was', async () => {
  const { joinCode } = await addBox();
  expect(await joins(`${joinCode.slice(0, -4)}0000`)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('The join code was refused'),
  });
  expect(await joins('4711')).toMatchObject({ code: 2, errors: expect.stringContaining('--code is no join code') });
  const key = await readFile(join(files().state, 'identity', 'new.key'), 'utf8');
  expect(await joins(joinCode)).toMatchObject({ code: 0, out: expect.stringContaining('put the modem into') });
  expect((await identity()).privateKey.trim()).toBe(key.trim());
  expect(await joins(joinCode)).toMatchObject({ code: 1, errors: expect.stringContaining('is there already') });

  const other = await addBox();
  await writeFile(
    files().config,
    JSON.stringify({ ...JSON.parse(await readFile(files().config, 'utf8')), pin: '1234' }),
  );
  expect(await joins(other.joinCode, '--replace')).toMatchObject({ code: 0 });
  const config = JSON.parse(await readFile(files().config, 'utf8'));
  expect(config).toMatchObject({ thing: other.thing, pin: '1234', journalFolder: join(files().state, 'journal') });
  expect(await joins(joinCode, '--replace')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('was used for another key'),
  });
});
