import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { WINDOW } from '../../../functions/domain/edge/register-box.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { DEMO_WEBSMS } from '../../../local/demo/provider-accounts.ts';
import { Agency, type Message, problemOf } from '../../support/crash/agency.ts';
import { type ModemClient, modemClient } from '../../support/modem-client.ts';
import { asSent } from '../../support/offered-sms.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';
import { standIn } from '../../support/web-providers/stand-in.ts';

const WAIT = { timeout: 50_000, interval: 50 };
const LONG = 'Werk morgen van zeven tot vier. '.repeat(13);

const [{ tenantId, apiToken }] = DEMO_TENANTS;
const token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);

let stack: SharedStack;
let agency: Agency;
let modem: ModemClient;
let client: ReturnType<typeof createClient>;
beforeAll(async () => {
  stack = await sharedStack();
  agency = new Agency(stack.url);
  client = createClient({ baseUrl: stack.url, fetch, headers: { authorization: `Bearer ${token}` } });
  modem = modemClient(Number(stack.addresses.phones.split(':')[1]));
});

afterEach(() => modem.control({ registration: 1, hold: false }));

/** Other tests send through the same modem. */
const NUMBERS = '+3161235';
let numbers = 0;
async function send(text: string): Promise<string> {
  numbers += 1;
  const to = `${NUMBERS}${String(numbers).padStart(4, '0')}`;
  return (await agency.sendUntilAccepted({ to, text, key: randomUUID() })).id;
}
const until = (id: string, condition: (message: Message) => boolean): Promise<Message> =>
  vi.waitUntil(async () => {
    const message = await agency.message(id);
    return condition(message) && message;
  }, WAIT);
const is = (state: Message['state']) => (message: Message) => message.state === state;
async function journal(): Promise<string> {
  const folder = join(stack.stateFolder, 'edge', 'journal');
  return (await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')))).join('');
}
const eventsOf = ({ timeline }: Message) => timeline.map(({ event }) => event);
const cancelled = async (id: string) => {
  const { status, body } = await agency.cancel(id);
  expect(status).toBe(202);
  return body as Message;
};

it('cancels what waits in the lane at once, and from the box what its modem cannot send; the rest goes when it can', async () => {
  const before = await agency.credits();
  await modem.control({ registration: 2 });
  const ids: string[] = [];
  for (let index = 0; index < WINDOW; index += 1) ids.push(await send(`bericht ${index}`));
  const [first = ''] = ids;
  for (const id of ids) await until(id, (message) => eventsOf(message).includes('received'));
  const waiting = await send('in de rij');

  expect(await cancelled(waiting)).toMatchObject({ state: 'cancelled' });
  await cancelled(first);
  const withBox = await until(first, is('cancelled'));
  expect(withBox.cancelRequestedAt).toBeDefined();
  expect(eventsOf(withBox)).toEqual(['accepted', 'handed-over', 'received', 'cancel-requested', 'cancelled']);
  expect(await cancelled(first)).toEqual(withBox);
  const sent = WINDOW - 1;
  expect(await agency.credits()).toMatchObject({
    available: before.available - sent,
    reserved: before.reserved + sent,
  });

  await modem.control({ registration: 1 });
  for (const id of ids.slice(1)) await until(id, is('delivered'));
  const texts = (await modem.submits()).flatMap(({ number, reference, text }) =>
    number.startsWith(NUMBERS) && reference !== null ? [text] : [],
  );
  expect(texts.toSorted()).toEqual(
    ids
      .slice(1)
      .map((_, index) => asSent(`bericht ${index + 1}`, 'De Brug'))
      .toSorted(),
  );
  expect(await agency.credits()).toMatchObject({ reserved: before.reserved, consumed: before.consumed + sent });
});

it('B5 is too late for the part that the modem has, and in time for those after it', async () => {
  await modem.control({ hold: true });
  const id = await send(LONG);
  await modem.until(({ held }) => held);
  expect(await cancelled(id)).toMatchObject({ state: 'handed-over', cancelRequestedAt: expect.any(String) });
  await vi.waitUntil(async () => (await journal()).includes(`"revoked","attemptId":"${id}.1"`), WAIT);
  await modem.control({ hold: false });
  const message = await until(id, is('submitted'));
  expect(message).toMatchObject({ parts: 3, partsSubmitted: 1, reason: 'the rest was revoked' });
  expect(eventsOf(message)).toEqual(['accepted', 'handed-over', 'received', 'cancel-requested', 'submitted']);
  expect((await modem.submits()).filter(({ number }) => number === message.to)).toHaveLength(1);
});

const params = { provider: 'websms' } as const;
const { username, password } = DEMO_WEBSMS;

it('B3 a STOP takes back what lies with the box and its modem was not given: it never leaves the radio, and its credit comes back', async () => {
  const before = await agency.credits();
  await modem.control({ registration: 2 });
  const id = await send('Morgen om zeven uur');
  const { to } = await until(id, (message) => eventsOf(message).includes('received'));
  // A modem without a network hears nothing either: it is said to the agency's number with a provider.
  const { callbackAddress } = await client.saveProviderAccount({
    params,
    body: { credentials: { username, password } },
  });
  const said = { from: to.slice(1), to: '4367612345678', text: 'Stop.', id: randomUUID(), url: callbackAddress };
  await standIn(stack.addresses.websms).tell({ type: 'message', ...said, times: 2 });
  await client.removeProviderAccount({ params });
  const message = await until(id, is('cancelled'));
  expect(eventsOf(message)).toEqual(['accepted', 'handed-over', 'received', 'cancel-requested', 'cancelled']);
  expect(message.timeline.find(({ event }) => event === 'cancel-requested')?.detail).toBe(
    'The recipient has asked for no more SMS.',
  );
  expect(await agency.credits()).toEqual(before);
  const again = await agency.send({ to, text: 'Toch nog', key: randomUUID() });
  expect(problemOf(again)).toMatchObject({ code: 'recipient-opted-out' });

  await modem.control({ registration: 1 });
  // The modem is given what came after it.
  await until(await send('Goedemorgen'), is('delivered'));
  expect((await modem.submits()).filter(({ number }) => number === to)).toEqual([]);
});

it('says what has become of a message that it comes too late for', async () => {
  const id = await send('Goedemorgen');
  await until(id, is('delivered'));
  const answer = await agency.cancel(id);
  expect(problemOf(answer)).toMatchObject({
    status: 409,
    code: 'message-not-cancellable',
    errors: [{ path: 'state', message: 'It is delivered' }],
  });
});
