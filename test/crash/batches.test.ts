import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createClient } from '../../contract/client.ts';
import { apiTokenOf } from '../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../local/demo/demo-data.ts';
import { type CrashStack, startCrashStack } from '../support/crash/crash-stack.ts';
import { expectBalance } from '../support/crash/verdict.ts';
import { upload } from '../support/files/bucket.ts';
import { asSent } from '../support/offered-sms.ts';
import type { ProxiedRequest } from '../support/proxies/http-proxy.ts';

/** Long enough for a machine that is busy with another stack too. */
const WAIT = { timeout: 300_000, interval: 200 };
const [{ tenantId, apiToken }] = DEMO_TENANTS;
/** Two transactions of messages: 50, and the rest. */
const NUMBERS = Array.from({ length: 60 }, (_, index) => `+3161235${String(index).padStart(4, '0')}`);
const TEXT = 'Morgen begint de dienst om zeven uur';

/** A request of the process that works on batches, at which it dies. */
interface Death {
  readonly name: string;
  readonly when: 'before' | 'after';
  /** which of those that match */
  readonly nth: number;
  readonly matches: (request: ProxiedRequest) => boolean;
}
const putOf =
  (type: string) =>
  ({ operation, body }: ProxiedRequest) =>
    operation === 'PutItem' && body.includes(`{"S":"${type}"}`);
const startsMessages = ({ operation, body }: ProxiedRequest) =>
  operation === 'TransactWriteItems' && body.includes('{"S":"message"}');

const PREPARING: readonly Death[] = [
  { name: 'in the middle of claiming its numbers', when: 'after', nth: 30, matches: putOf('batch-number') },
  { name: 'in the middle of keeping its lines', when: 'before', nth: 30, matches: putOf('batch-row') },
];
const STARTING: readonly Death[] = [
  {
    name: 'after the first of its messages were put into their lane',
    ...{ when: 'after', nth: 1, matches: startsMessages },
  },
  { name: 'before the last of its messages are', when: 'before', nth: 1, matches: startsMessages },
];

let stack: CrashStack;
beforeAll(async () => {
  stack = await startCrashStack();
});
afterAll(() => stack?.stop());

/** Has the process die at each of these, in this order, and come back after each. Resolves with the names of those that it died at. */
async function die([first, ...others]: readonly Death[]): Promise<string[]> {
  if (!first) return [];
  const { name, when, nth, matches } = first;
  let seen = 0;
  const held = await stack.wires['batches → dynamodb'].hold(when, (request) => {
    if (matches(request)) seen += 1;
    return matches(request) && seen === nth;
  });
  await stack.kill('batches');
  held.drop();
  const rest = die(others);
  await stack.revive('batches');
  return [name, ...(await rest)];
}

it('B1 E3-4 a batch whose process SIGKILL hits in the middle of preparing and of starting goes out to each number once, and its progress and credits are right', async () => {
  const authorization = `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}`;
  const client = createClient({ baseUrl: stack.url, fetch, headers: { authorization } });
  const form = await client.createRecipientUpload({});
  expect((await upload(form, `to\n${NUMBERS.join('\n')}\n`)).status).toBe(204);
  const preparing = die(PREPARING);
  const { id } = await client.createMessageBatch({
    body: { uploadId: form.id, text: TEXT, duplicates: 'skip', priority: 'low' },
    idempotencyKey: randomUUID(),
  });
  const params = { batchId: id };
  const find = () => client.getMessageBatch({ params });
  expect(await preparing).toHaveLength(PREPARING.length);
  await vi.waitFor(async () => expect((await find()).state).toBe('prepared'), WAIT);
  expect((await find()).lines).toEqual({ recipients: NUMBERS.length, duplicates: 0, refused: 0 });

  const starting = die(STARTING);
  await client.acceptMessageBatch({ params });
  expect(await starting).toHaveLength(STARTING.length);
  await vi.waitFor(async () => expect((await find()).progress?.delivered).toBe(NUMBERS.length), WAIT);

  const went = (await stack.modem.submits()).filter(({ reference }) => reference !== null);
  expect(went.map(({ number, text }) => [number, text]).toSorted()).toEqual(
    NUMBERS.map((number) => [number, asSent(TEXT, 'De Brug')]),
  );
  const none = { submitted: 0, undelivered: 0, unconfirmed: 0, failed: 0, expired: 0, cancelled: 0 };
  const { state, progress } = await find();
  expect({ state, progress }).toEqual({
    state: 'sending',
    progress: { unstarted: 0, waiting: 0, delivered: NUMBERS.length, ...none },
  });
  await expectBalance(stack);
  const [line] = (await client.getCreditStatement({ query: {} })).lines.filter(({ kind }) => kind === 'batch');
  expect(line).toMatchObject({ batchId: id, credits: -NUMBERS.length, reserved: NUMBERS.length, returned: 0 });
}, 700_000);
