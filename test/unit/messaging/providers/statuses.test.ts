import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayReason } from '../../../../contract/catalogues/provider-reasons.ts';
import type { MessageState } from '../../../../contract/message-states.ts';
import type { ProviderName } from '../../../../contract/providers.ts';
import { Smsapi } from '../../../../functions/adapters/smsapi/smsapi.ts';
import { Websms } from '../../../../functions/adapters/websms/websms.ts';
import type { WebProviders } from '../../../../functions/domain/messaging/providers/ports.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

/** What the provider answers to every request. */
let answer: { status: number; body: string } = { status: 200, body: '' };
let server: Server;
let providers: WebProviders;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(answer.status).end(answer.body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  providers = { websms: new Websms(url), smsapi: new Smsapi({ pl: url, com: url }) };
});
afterAll(() => server.close());

async function sentBy(provider: ProviderName, given: { status: number; body: object | string }) {
  answer = { status: given.status, body: typeof given.body === 'string' ? given.body : JSON.stringify(given.body) };
  const calls = memoryCalls(provider, providers);
  const { messageId } = calls.message();
  await calls.work();
  const message = await calls.found(messageId);
  const account = await calls.cloud.accounts.find({ tenantId: calls.tenantId, provider });
  return { message, wallet: calls.cloud.wallet, pause: account?.pause };
}

/** Where a message is after the answer: `again` waits for its time, `paused` for the account. */
type End = MessageState | 'again' | 'paused' | 'asked-again';

function endOf({ message, pause }: Awaited<ReturnType<typeof sentBy>>): End {
  if (message.state === 'accepted') return pause ? 'paused' : 'again';
  return message.state === 'calling' ? 'asked-again' : message.state;
}

const WEBSMS: readonly (readonly [number, End, string])[] = [
  [2000, 'submitted', ''],
  [2001, 'submitted', ''],
  [4001, 'paused', 'credentials-refused'],
  [4002, 'failed', 'recipient-refused'],
  [4003, 'failed', 'sender-refused'],
  [4009, 'failed', 'text-refused'],
  [4013, 'paused', 'limit-reached'],
  [4014, 'paused', 'address-not-allowed'],
  [4019, 'failed', 'request-refused'],
  [4021, 'paused', 'account-refused'],
  [4022, 'paused', 'access-refused'],
  [4023, 'again', 'throttled'],
  [4025, 'again', 'throttled'],
  [4026, 'failed', 'too-many-parts'],
  [4029, 'failed', 'recipient-not-allowed'],
  [4030, 'failed', 'recipient-blocked'],
  [4031, 'failed', 'recipient-blocked'],
  [4035, 'paused', 'sms-disabled'],
  [4040, 'failed', 'category-refused'],
  [4041, 'failed', 'validity-refused'],
  [4042, 'failed', 'quality-refused'],
  [4043, 'failed', 'spam-refused'],
  [5000, 'unconfirmed', 'provider-error'],
  [5003, 'again', 'provider-unavailable'],
  [4999, 'unconfirmed', 'status-unknown'],
];
const SMSAPI: readonly (readonly [number | string, End, string])[] = [
  ...[[11, 'text-refused'] as const, [12, 'too-many-parts'] as const].map(
    ([code, why]) => [code, 'failed', why] as const,
  ),
  [13, 'failed', 'recipient-refused'],
  [14, 'failed', 'sender-refused'],
  [17, 'failed', 'request-refused'],
  [25, 'failed', 'request-refused'],
  [30, 'failed', 'request-refused'],
  [33, 'failed', 'recipient-refused'],
  [52, 'again', 'recipient-throttled'],
  [53, 'submitted', ''],
  [57, 'failed', 'recipient-blocked'],
  [59, 'failed', 'recipient-opted-out'],
  [70, 'failed', 'callback-refused'],
  [94, 'failed', 'links-refused'],
  [101, 'paused', 'credentials-refused'],
  [102, 'paused', 'credentials-refused'],
  [103, 'paused', 'no-balance'],
  [104, 'failed', 'template-refused'],
  [105, 'paused', 'address-not-allowed'],
  [110, 'paused', 'access-refused'],
  [112, 'failed', 'country-refused'],
  [200, 'again', 'provider-error'],
  [201, 'asked-again', ''],
  [202, 'again', 'throttled'],
  [401, 'paused', 'access-refused'],
  [666, 'asked-again', ''],
  [999, 'asked-again', ''],
  [1000, 'paused', 'access-refused'],
  [1001, 'paused', 'access-refused'],
  ['authorization_failed', 'paused', 'credentials-refused'],
  [998, 'asked-again', ''],
];

/** The reason is stored with the provider's code, and has words in each language. */
function expectReason(reason: string | undefined, provider: ProviderName, code: number | string, why: string) {
  expect(reason).toBe(why === '' ? undefined : `${provider} ${code} ${why}`);
  if (reason === undefined) return;
  const texts = (['nl', 'de', 'pl', 'en'] as const).map((language) => sayReason(language, reason));
  expect(new Set(texts).size).toBe(4);
  for (const text of texts) expect(text).toMatch(new RegExp(`\\((websms|SMSAPI) ${code}\\)$`));
}

describe('websms', () => {
  it.each(WEBSMS)('E4-3 status %s leads to %s, and says why: %s', async (code, end, why) => {
    const body = { statusCode: code, statusMessage: 'said', transferId: 'T1', smsCount: 1 };
    const result = await sentBy('websms', { status: 200, body });
    expect(endOf(result)).toBe(end);
    expectReason(result.message.reason, 'websms', code, why);
    expect(result.wallet.available).toBe(end === 'failed' ? 100 : 99);
  });

  it.each([
    [401, '', 'paused'],
    [400, '', 'failed'],
    [429, '', 'again'],
    [500, '', 'unconfirmed'],
    [503, '', 'unconfirmed'],
    [200, 'nonsense', 'unconfirmed'],
  ] as const)('E4-3 HTTP %s with the body "%s" leads to %s', async (status, body, end) => {
    expect(endOf(await sentBy('websms', { status, body }))).toBe(end);
  });
});

describe('SMSAPI', () => {
  it.each(SMSAPI)('E3-1 error %s leads to %s, and says why: %s', async (code, end, why) => {
    const status = code === 'authorization_failed' ? 401 : 200;
    const result = await sentBy('smsapi', { status, body: { error: code, message: 'said' } });
    expect(endOf(result)).toBe(end);
    expectReason(result.message.reason, 'smsapi', code, why);
    expect(result.wallet.available).toBe(end === 'failed' ? 100 : 99);
  });

  it.each([
    ['QUEUE', 'submitted'],
    ['SENT', 'submitted'],
    ['DELIVERED', 'delivered'],
    ['REJECTED', 'undelivered'],
  ] as const)('E3-1 a message that it takes as %s is %s', async (status, end) => {
    const list = [{ id: 'A1', points: '0.1600', number: '31612345678', status, error: null, idx: 'x' }];
    const { message } = await sentBy('smsapi', { status: 200, body: { count: 1, list } });
    expect(message).toMatchObject({ state: end, providerId: 'A1' });
  });

  it.each([
    [13, null, 'failed', 'smsapi 13 recipient-refused'],
    [52, 'A1', 'again', 'smsapi 52 recipient-throttled'],
    [103, 'A1', 'paused', 'smsapi 103 no-balance'],
    [53, 'A1', 'submitted', undefined],
    [998, 'A1', 'asked-again', undefined],
    ['Not now', undefined, 'asked-again', undefined],
  ] as const)(
    'E3-1 the error %s beside a recipient, in an answer with HTTP 200 and the id %s, leads to %s',
    async (...row) => {
      const [error, id, end, reason] = row;
      const list = [{ id, points: '0.1600', number: '31612345678', status: 'QUEUE', error, idx: 'x' }];
      const result = await sentBy('smsapi', { status: 200, body: { count: 1, list } });
      expect(endOf(result)).toBe(end);
      expect(result.message.reason).toBe(reason);
    },
  );

  it.each([
    [429, '', 'again'],
    [500, '', 'asked-again'],
    [200, '{"count":0,"list":[]}', 'asked-again'],
  ] as const)('E3-1 HTTP %s with the body "%s" leads to %s', async (status, body, end) => {
    expect(endOf(await sentBy('smsapi', { status, body }))).toBe(end);
  });
});

it('B1 a provider that nobody listens at has taken nothing: the message goes back', async () => {
  const nobody = new Websms('http://127.0.0.1:9');
  const calls = memoryCalls('websms', { ...providers, websms: nobody });
  const { messageId } = calls.message();
  await calls.work();
  expect(await calls.found(messageId)).toMatchObject({ state: 'accepted', reason: 'websms - out-of-reach' });
});
