import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptedMessage } from '../../contract/routes/messaging.ts';
import { Agency, type Answer, problemOf } from '../support/crash/agency.ts';
import { type Stack, startStack } from '../support/stack/start-stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ tableInMemory: true });
});
afterAll(() => stack?.stop());

const MESSAGE = { to: '+31612340001', text: 'Goedemorgen' };

it('takes a key that comes 20 times at once as one message and one debit, with the same answer', async () => {
  const agency = new Agency(stack.url);
  const before = await agency.credits();
  const key = randomUUID();

  const answers = await Promise.all(Array.from({ length: 20 }, () => agency.send({ ...MESSAGE, key })));

  const [first, ...others] = answers as [Answer, ...Answer[]];
  expect(first.status).toBe(202);
  for (const other of others) expect(other).toEqual(first);
  const after = await agency.credits();
  expect(before.available - after.available).toBe(1);
  expect(await agency.messages()).toMatchObject([{ id: acceptedMessage.parse(first.body).id }]);
});

it('refuses a key that comes again with another text', async () => {
  const agency = new Agency(stack.url);
  const key = randomUUID();
  await agency.send({ ...MESSAGE, key });
  const before = (await agency.messages()).length;

  const answer = await agency.send({ ...MESSAGE, text: 'Goedenavond', key });

  expect(answer.status).toBe(422);
  expect(problemOf(answer)).toMatchObject({ code: 'idempotency-key-reused', detail: expect.stringMatching(/key/i) });
  expect(await agency.messages()).toHaveLength(before);
});
