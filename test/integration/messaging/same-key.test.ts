import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { acceptedMessage } from '../../../contract/routes/messaging.ts';
import { Agency, type Answer, problemOf } from '../../support/crash/agency.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

let stack: SharedStack;
beforeAll(async () => {
  stack = await sharedStack();
});

const MESSAGE = { to: '+31612340001', text: 'Goedemorgen' };
const messagesTo = async (agency: Agency) => (await agency.messages()).filter(({ to }) => to === MESSAGE.to);

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
  expect(await messagesTo(agency)).toMatchObject([{ id: acceptedMessage.parse(first.body).id }]);
});

it('refuses a key that comes again with another text', async () => {
  const agency = new Agency(stack.url);
  const key = randomUUID();
  await agency.send({ ...MESSAGE, key });
  const before = (await messagesTo(agency)).length;

  const answer = await agency.send({ ...MESSAGE, text: 'Goedenavond', key });

  expect(answer.status).toBe(422);
  expect(problemOf(answer)).toMatchObject({ code: 'idempotency-key-reused', detail: expect.stringMatching(/key/i) });
  expect(await messagesTo(agency)).toHaveLength(before);
});
