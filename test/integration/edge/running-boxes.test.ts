import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Client, createClient, ProblemError } from '../../../contract/client.ts';
import type { CommandWish } from '../../../contract/routes/box-commands.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

const [withBox, withoutBox] = DEMO_TENANTS;
const { boxId } = withBox.box;
const params = { boxId };
const SOON = { timeout: 50_000, interval: 100 };

let stack: SharedStack;
let client: Client;
beforeAll(async () => {
  stack = await sharedStack();
  client = clientOf(withBox);
  const { status } = await fetch(`http://${stack.addresses.phones}/control`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ ussd: { '*100#': { text: 'Uw tegoed is EUR 12,30' } } }),
  });
  expect(status).toBe(200);
  await vi.waitFor(async () => expect(await modem()).toMatchObject({ state: 'ready' }), SOON);
});

function clientOf({ tenantId, apiToken }: (typeof DEMO_TENANTS)[number]) {
  return clientWith(apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret));
}
function clientWith(token: string): Client {
  return createClient({ baseUrl: stack.url, fetch, headers: { authorization: `Bearer ${token}` } });
}
async function modem() {
  return (await client.getBox({ params })).health?.modems[0];
}

/** Asks the box, and waits for its answer. */
async function ask(body: CommandWish) {
  const { id } = await client.commandBox({ params, body, idempotencyKey: randomUUID() });
  return vi.waitFor(async () => {
    const answer = await client.getBoxCommand({ params: { boxId, commandId: id } });
    expect(answer.state).not.toBe('waiting');
    return answer;
  }, SOON);
}

async function refusal(call: Promise<unknown>) {
  const error = await call.catch((thrown: unknown) => thrown);
  if (error instanceof ProblemError) return `${error.status} ${error.problem?.code}`;
  throw new Error(`it was not refused: ${error}`);
}

describe('the boxes of the running stack', () => {
  it('B4 are listed with the signal and the network of their modem', async () => {
    const { items } = await client.listBoxes();
    expect(items).toMatchObject([{ id: boxId, name: 'Kantoor Utrecht', alive: true, problems: [] }]);
    expect(await modem()).toMatchObject({
      ...{ sim: 'ready', registration: 1, paused: false },
      ...{ signal: expect.any(Number), operator: expect.any(String) },
    });
    expect(items[0]?.health?.disk.free).toBeGreaterThan(0);
  });

  it('B4 keep messages waiting while they are paused, and send them when they are resumed', async () => {
    expect(await ask({ kind: 'pause' })).toMatchObject({ state: 'done' });
    await vi.waitFor(async () => expect(await modem()).toMatchObject({ paused: true }), SOON);
    const body = { to: '+31612345678', text: 'na de pauze' };
    const { id } = await client.sendMessage({ body, idempotencyKey: randomUUID() });
    const timeline = async () => {
      const message = await client.getMessage({ params: { messageId: id } });
      return message.timeline.map(({ event }) => event);
    };
    await vi.waitFor(async () => expect(await timeline()).toContain('received'), SOON);
    // What comes after it through the same modem shows that it had its chance.
    expect(await ask({ kind: 'ussd', modem: 'modem', code: '*100#' })).toMatchObject({ state: 'done' });
    expect(await timeline()).toEqual(['accepted', 'handed-over', 'received']);
    expect(await ask({ kind: 'resume' })).toMatchObject({ state: 'done' });
    await vi.waitFor(async () => expect(await timeline()).toContain('delivered'), SOON);
  });

  it('ask the network for the balance of the SIM card, and tell what it says', async () => {
    const answer = await ask({ kind: 'ussd', modem: 'modem', code: '*100#' });
    expect(answer).toMatchObject({ state: 'done', modem: 'modem', text: 'Uw tegoed is EUR 12,30' });
    expect(await ask({ kind: 'ussd', modem: 'modem', code: '*999#' })).toMatchObject({ state: 'failed' });
  });

  it('restart their modem, which sends again after it', async () => {
    expect(await ask({ kind: 'reset-modem', modem: 'modem' })).toMatchObject({ state: 'done' });
    expect(await ask({ kind: 'reset-modem', modem: 'upstairs' })).toMatchObject({
      state: 'refused',
      text: 'there is no modem upstairs here, only: modem',
    });
  });

  it('S6 give the lines of their log, in which are no numbers and no texts', async () => {
    const { state, text = '' } = await ask({ kind: 'read-log', lines: 200 });
    expect(state).toBe('done');
    const events = text.split('\n').map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events).toEqual(expect.arrayContaining(['part-answered', 'command-answered']));
    for (const secret of ['612345678', 'na de pauze', 'tegoed', '*100#']) expect(text).not.toContain(secret);
  });

  it('do the same command once for the same key', async () => {
    const request = { params, body: { kind: 'read-log', lines: 1 }, idempotencyKey: randomUUID() } as const;
    expect(await client.commandBox(request)).toEqual(await client.commandBox(request));
    expect(await refusal(client.commandBox({ ...request, body: { kind: 'pause' } }))).toBe(
      '422 idempotency-key-reused',
    );
  });

  it('A21 are seen and asked by their own agency alone, and by who is permitted', async () => {
    const stranger = clientOf(withoutBox);
    // Other files may have added boxes of its own.
    expect((await stranger.listBoxes()).items.map(({ id }) => id)).not.toContain(boxId);
    expect(await refusal(stranger.getBox({ params }))).toBe('404 not-found');
    const request = { params, body: { kind: 'pause' }, idempotencyKey: randomUUID() } as const;
    expect(await refusal(stranger.commandBox(request))).toBe('404 not-found');
    const body = { name: 'Reader', scopes: ['boxes:read' as const] };
    const session = await logIn();
    const { token } = await session.createApiToken({ body, idempotencyKey: randomUUID() });
    expect(await refusal(clientWith(token).commandBox(request))).toBe('403 not-permitted');
  });
});

/** As the employee, in a browser. */
async function logIn(): Promise<Client> {
  const { loginName, password } = withBox.employee;
  const headers = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' };
  const body = JSON.stringify({ tenant: withBox.slug, loginName, password });
  const response = await fetch(`${stack.url}/v1/session`, {
    ...{ method: 'POST', body },
    headers: { ...headers, 'content-type': 'application/json' },
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return createClient({ baseUrl: stack.url, fetch, headers: { ...headers, cookie } });
}
