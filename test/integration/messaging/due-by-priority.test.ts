import { expect, it } from 'vitest';
import { MessageRepository } from '../../../functions/adapters/dynamodb/message-repository.ts';
import { WorkQueueRepository } from '../../../functions/adapters/dynamodb/work-queue-repository.ts';
import { acceptedMessage, newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';

const { table } = useTable();
const messages = new MessageRepository(table);
const workQueue = new WorkQueueRepository(table);
const EIGHT = new Date('2026-11-22T08:00:00.000Z');
const NINE = new Date('2026-11-22T09:00:00.000Z');

/** An agency's messages of each priority, accepted with the least urgent first. */
async function ofEach(dueAt?: Date) {
  const tenantId = newId('ten');
  const ids: string[] = [];
  for (const priority of ['low', undefined, 'high'] as const) {
    const message = acceptedMessage({
      ...{ tenantId, credits: 0, ...(priority && { priority }) },
      ...(dueAt && { state: 'scheduled', dueAt: dueAt.toISOString() }),
    });
    const request = { route: 'messages', key: message.messageId, asked: {}, answer: {}, now: new Date() };
    await messages.accept(message, request);
    ids.push(message.messageId);
  }
  return { tenantId, inTurn: ids.toReversed() };
}

it('what is due together is let in by its priority, what was scheduled and what was held alike', async () => {
  const scheduled = await ofEach(EIGHT);
  expect(await workQueue.scheduledUntil(scheduled.tenantId, EIGHT, 10)).toEqual(scheduled.inTurn);
  expect(await workQueue.scheduledUntil(scheduled.tenantId, EIGHT, 2)).toEqual(scheduled.inTurn.slice(0, 2));
  expect(await workQueue.scheduledUntil(scheduled.tenantId, new Date(EIGHT.getTime() - 1), 10)).toEqual([]);

  const held = await ofEach();
  for (const [place, id] of held.inTurn.entries()) {
    const message = await messages.find(held.tenantId, id);
    if (!message) throw new Error('the message is gone');
    const entry = { event: 'held', at: EIGHT.toISOString(), detail: 'Quiet hours' } as const;
    await messages.hold(message, place === 0 ? NINE : EIGHT, entry);
  }
  expect(await workQueue.heldApart(held.tenantId, 10)).toEqual(held.inTurn);
  expect(await workQueue.heldApart(held.tenantId, 10, EIGHT)).toEqual(held.inTurn.slice(1));
  expect(await workQueue.heldApart(held.tenantId, 2, NINE)).toEqual(held.inTurn.slice(0, 2));
});
