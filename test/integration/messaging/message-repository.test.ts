import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { MessageListRepository } from '../../../functions/adapters/dynamodb/message-list-repository.ts';
import { MessageRepository } from '../../../functions/adapters/dynamodb/message-repository.ts';
import { WorkQueueRepository } from '../../../functions/adapters/dynamodb/work-queue-repository.ts';
import type { Message } from '../../../functions/domain/messaging/model.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { walletsOn } from '../../support/wallet.ts';

const { table } = useTable();
const messages = new MessageRepository(table);
const wallets = walletsOn(table);
const workQueue = new WorkQueueRepository(table);
const lists = new MessageListRepository(table);
const now = new Date('2026-11-21T10:00:00.000Z');
const weekAgo = new Date('2026-11-14T10:00:00.000Z');

async function tenantWith(credits: number): Promise<string> {
  const tenantId = newId('ten');
  if (credits > 0) await wallets.grant({ tenantId, grantId: 'test', credits, at: now });
  return tenantId;
}
const listed = (tenantId: string) =>
  lists.read(tenantId, { by: 'tenant' }, {}, 100, { before: undefined, wholeTexts: false });
const asking = (message: Message, key: string = message.messageId, asked: object = { text: message.text }) => ({
  route: 'messages',
  key,
  asked,
  answer: { id: message.messageId },
  now,
});

describe('accepting', () => {
  it('E0-1 stores the message, reserves its credits and puts it in the lane, together', async () => {
    const tenantId = await tenantWith(10);
    const message = acceptedMessage({ tenantId, credits: 2 });
    expect(await messages.accept(message, asking(message))).toEqual({ kind: 'first' });
    expect(await messages.find(tenantId, message.messageId)).toEqual(message);
    expect(await wallets.balance(tenantId)).toEqual({ granted: 10, available: 8, reserved: 2, consumed: 0 });
    expect(await workQueue.laneHead({ tenantId }, weekAgo, 10)).toEqual([message.messageId]);
  });

  it('E0-1 stores nothing at all when the credits do not suffice', async () => {
    const tenantId = await tenantWith(1);
    const message = acceptedMessage({ tenantId, credits: 2 });
    expect(await messages.accept(message, asking(message))).toBe('insufficient-credit');
    expect(await messages.find(tenantId, message.messageId)).toBeUndefined();
    expect(await wallets.balance(tenantId)).toEqual({ granted: 1, available: 1, reserved: 0, consumed: 0 });
    expect(await messages.accept({ ...message, credits: 1 }, asking(message))).toEqual({ kind: 'first' });
  });

  it('refuses when the tenant has no wallet', async () => {
    const message = acceptedMessage({ tenantId: await tenantWith(0) });
    expect(await messages.accept(message, asking(message))).toBe('insufficient-credit');
  });

  it('B6 gives a repeated request the first answer, whatever the order of its fields, and takes no credits', async () => {
    const tenantId = await tenantWith(10);
    const first = acceptedMessage({ tenantId });
    const second = acceptedMessage({ tenantId });
    await messages.accept(first, asking(first, 'key', { a: 1, b: 2 }));
    expect(await messages.accept(second, asking(second, 'key', { b: 2, a: 1 }))).toEqual({
      kind: 'repeated',
      answer: { id: first.messageId },
    });
    expect(await messages.find(tenantId, second.messageId)).toBeUndefined();
    expect((await wallets.balance(tenantId)).reserved).toBe(1);
  });

  it('B6 takes a key that comes 20 times at once as one', async () => {
    const tenantId = await tenantWith(10);
    const many = Array.from({ length: 20 }, () => acceptedMessage({ tenantId }));
    const results = await Promise.all(many.map((message) => messages.accept(message, asking(message, 'key'))));
    expect(results.filter((result) => result !== 'insufficient-credit' && result.kind === 'first')).toHaveLength(1);
    const { items } = await listed(tenantId);
    expect(items).toHaveLength(1);
    const repeated = { kind: 'repeated', answer: { id: items[0]?.messageId } };
    expect(results.filter((result) => result !== 'insufficient-credit' && result.kind === 'repeated')).toEqual(
      Array(19).fill(repeated),
    );
    expect((await wallets.balance(tenantId)).reserved).toBe(1);
  });

  it('refuses a key that was used for something else, and takes one again whose time is over', async () => {
    const tenantId = await tenantWith(10);
    const message = acceptedMessage({ tenantId });
    await messages.accept(message, asking(message, 'key', { text: 'one' }));
    const other = acceptedMessage({ tenantId });
    const request = asking(other, 'key', { text: 'two' });
    expect(await messages.accept(other, request)).toEqual({ kind: 'reused' });
    const later = { ...request, now: new Date('2026-11-29T10:00:01.000Z') };
    expect(await messages.accept(other, later)).toEqual({ kind: 'first' });
  });

  it('keeps long texts apart and gives them back whole; the list shows their beginning', async () => {
    const tenantId = await tenantWith(10);
    const text = `${'Żółć €{} 😀'.repeat(40)}!`;
    const message = acceptedMessage({ tenantId, text });
    await messages.accept(message, asking(message));
    expect((await messages.find(tenantId, message.messageId))?.text).toBe(text);
    const { items } = await listed(tenantId);
    expect(items[0]).toMatchObject({ textComplete: false, text: [...text].slice(0, 100).join('') });
  });
});

describe('steps', () => {
  async function handedOver(credits = 1, pricePer: Message['pricePer'] = 'message') {
    const tenantId = await tenantWith(10);
    const message = acceptedMessage({ tenantId, credits, pricePer, parts: credits });
    await messages.accept(message, asking(message));
    const box = readyBox({ tenantId });
    const handover = { attempt: 1, boxId: box.boxId, journalId: box.journalId, looks: 1 };
    const lookAt = new Date('2026-11-21T10:02:00.000Z');
    await messages.step(message, { to: 'handed-over', at: now, bookedAt: now, handover, lookAt });
    const found = await messages.find(tenantId, message.messageId);
    if (!found) throw new Error('the message is gone');
    return { tenantId, box, message: found };
  }

  it('moves a claimed message from the lane to its box, once', async () => {
    const { tenantId, box, message } = await handedOver();
    expect(message).toMatchObject({ state: 'handed-over', handover: { attempt: 1, boxId: box.boxId } });
    expect(await workQueue.laneHead({ tenantId }, weekAgo, 10)).toEqual([]);
    expect(await workQueue.loadOf(box, 10)).toBe(1);
    const again = { ...message, state: 'accepted' as const };
    expect(await messages.step(again, { to: 'expired', at: now, bookedAt: now })).toBe(false);
  });

  it('E0-5 consumes the credits when it is submitted and counts them on that day', async () => {
    const { tenantId, box, message } = await handedOver(3);
    expect(await messages.step(message, { to: 'submitted', at: now, bookedAt: now, partsSubmitted: 3 })).toBe(true);
    expect(await wallets.balance(tenantId)).toEqual({ granted: 10, available: 7, reserved: 0, consumed: 3 });
    expect(await workQueue.loadOf(box, 10)).toBe(0);
    const submitted = { ...message, state: 'submitted' as const };
    expect(await messages.step(submitted, { to: 'delivered', at: now, bookedAt: now })).toBe(true);
    expect((await wallets.balance(tenantId)).consumed).toBe(3);
    expect((await messages.find(tenantId, message.messageId))?.timeline.map(({ event }) => event)).toEqual([
      'accepted',
      'handed-over',
      'submitted',
      'delivered',
    ]);
  });

  it('E0-5 B5 charges the parts that went, where each has its price, and gives the rest back', async () => {
    const { tenantId, message } = await handedOver(5, 'part');
    await messages.step(message, { to: 'submitted', at: now, bookedAt: now, partsSubmitted: 2 });
    expect(await wallets.balance(tenantId)).toEqual({ granted: 10, available: 8, reserved: 0, consumed: 2 });
    const found = await messages.find(tenantId, message.messageId);
    expect(found).toMatchObject({ credits: 2, partsSubmitted: 2 });
    if (found) await messages.step(found, { to: 'delivered', at: now, bookedAt: now });
    expect((await wallets.balance(tenantId)).consumed).toBe(2);
  });

  it('E0-5 gives the credits back when it certainly was not sent, and keeps the reason', async () => {
    const { tenantId, message } = await handedOver(3);
    await messages.step(message, { to: 'failed', at: now, bookedAt: now, detail: 'the network refused the number' });
    expect(await wallets.balance(tenantId)).toEqual({ granted: 10, available: 10, reserved: 0, consumed: 0 });
    expect(await messages.find(tenantId, message.messageId)).toMatchObject({
      state: 'failed',
      reason: 'the network refused the number',
    });
  });

  it('B1 holds the credits while it is unconfirmed, and consumes them once when a late report proves it', async () => {
    const { tenantId, message } = await handedOver(3);
    await messages.step(message, {
      to: 'unconfirmed',
      at: now,
      bookedAt: now,
      detail: 'the box lost power',
      partsSubmitted: 0,
    });
    expect((await wallets.balance(tenantId)).reserved).toBe(3);
    const unconfirmed = { ...message, state: 'unconfirmed' as const };
    const delivered = { to: 'delivered', at: now, bookedAt: now } as const;
    const both = await Promise.all([messages.step(unconfirmed, delivered), messages.step(unconfirmed, delivered)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await wallets.balance(tenantId)).toEqual({ granted: 10, available: 7, reserved: 0, consumed: 3 });
    expect((await messages.find(tenantId, message.messageId))?.reason).toBeUndefined();
  });

  it('refuses a step whose credits the wallet lacks, and changes nothing', async () => {
    const { tenantId, message } = await handedOver(3);
    await table.write({ update: keys.wallet(tenantId, 0), change: { set: { reserved: 2 } } });
    const step = { to: 'submitted', at: now, bookedAt: now, partsSubmitted: 3 } as const;
    await expect(messages.step(message, step)).rejects.toThrow('lacks the credits');
    expect((await messages.find(tenantId, message.messageId))?.state).toBe('handed-over');
    expect(await wallets.balance(tenantId)).toMatchObject({ reserved: 2, consumed: 0 });
  });

  it('notes once what is no step, also when it is heard of late', async () => {
    const { tenantId, message } = await handedOver();
    const entry = { event: 'received', at: now.toISOString() } as const;
    await Promise.all([messages.note(message, entry), messages.note(message, entry)]);
    await messages.step(message, { to: 'submitted', at: now, bookedAt: now, partsSubmitted: 1 });
    await messages.note(message, entry);
    const found = await messages.find(tenantId, message.messageId);
    expect(found?.timeline.map(({ event }) => event)).toEqual(['accepted', 'handed-over', 'received', 'submitted']);
  });

  it('E0-9 books a grant once, however often it is asked for', async () => {
    const tenantId = await tenantWith(10);
    const grant = { tenantId, grantId: 'more', credits: 5, at: now };
    await Promise.all([wallets.grant(grant), wallets.grant(grant)]);
    expect(await wallets.balance(tenantId)).toEqual({ granted: 15, available: 15, reserved: 0, consumed: 0 });
  });

  it('looks again later, and not at what has moved on', async () => {
    const { box, message } = await handedOver();
    const at = (time: string) => new Date(`2026-11-21T${time}.000Z`);
    expect(await workQueue.dueWith(box, 10, at('10:02:01'))).toEqual([message.messageId]);
    expect(await messages.lookAgain(message, at('10:06:00'))).toBe(true);
    expect(await workQueue.dueWith(box, 10, at('10:02:01'))).toEqual([]);
    await messages.step(message, { to: 'submitted', at: now, bookedAt: now, partsSubmitted: 1 });
    expect(await messages.lookAgain(message, at('10:20:00'))).toBe(false);
  });
});

it('E4-8 leaves what is too old out of the head of its lane, where it would stand before what can be sent', async () => {
  const tenantId = await tenantWith(10);
  const old = acceptedMessage({ tenantId, acceptedAt: '2026-11-14T09:59:59.999Z' });
  const young = acceptedMessage({ tenantId, acceptedAt: '2026-11-14T10:00:00.001Z' });
  for (const message of [old, young]) await messages.accept(message, asking(message));
  expect(await workQueue.laneHead({ tenantId }, weekAgo, 10)).toEqual([young.messageId]);
  expect(await workQueue.laneOlderThan({ tenantId }, weekAgo, 10)).toEqual([old.messageId]);
});

it('keeps the sender that was chosen, in the lane of its box, also when it comes back', async () => {
  const tenantId = await tenantWith(10);
  const box = readyBox({ tenantId });
  const sender = { boxId: box.boxId, modem: 'roof' };
  const message = acceptedMessage({ tenantId, sender });
  await messages.accept(message, asking(message));
  const lane = { tenantId, boxId: box.boxId };
  expect(await workQueue.laneHead(lane, weekAgo, 10)).toEqual([message.messageId]);
  expect(await workQueue.laneHead({ tenantId }, weekAgo, 10)).toEqual([]);
  const handover = { attempt: 1, boxId: box.boxId, journalId: String(box.journalId), looks: 1 };
  await messages.step(message, { to: 'handed-over', at: now, bookedAt: now, handover, lookAt: now });
  expect(await workQueue.laneHead(lane, weekAgo, 10)).toEqual([]);
  const given = await messages.find(tenantId, message.messageId);
  expect(given?.sender).toEqual(sender);
  if (given) await messages.returnToLane(given, now);
  expect(await workQueue.laneHead(lane, weekAgo, 10)).toEqual([message.messageId]);
});
