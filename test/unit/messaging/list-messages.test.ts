import { expect, it } from 'vitest';
import { LOOKED_AT_MOST, listMessages, type MessageFilter } from '../../../functions/domain/messaging/list-messages.ts';
import type { MessageLists } from '../../../functions/domain/messaging/ports.ts';
import { acceptedMessage } from '../../support/messages.ts';

const tenantId = 'ten_1';
const idOf = (index: number) => `msg_${String(9999 - index).padStart(26, '0')}`;

/** A list of so many messages, newest first; one of them has another text. */
function listOf(count: number, needle: number) {
  const all = Array.from({ length: count }, (_, index) => ({
    ...acceptedMessage({ tenantId, messageId: idOf(index), text: index === needle ? 'De naald' : 'Hooi' }),
    ...{ recordId: 'wrk_1', templateId: 'mtp_1', batchId: 'bat_1', routes: ['websms' as const] },
    textComplete: true,
  }));
  const reads: { by: string; limit: number }[] = [];
  const lists: MessageLists = {
    async read(_, { by }, __, limit, { before }) {
      reads.push({ by, limit });
      const from = before === undefined ? 0 : all.findIndex(({ messageId }) => messageId === before) + 1;
      const items = all.slice(from, from + limit);
      const last = items.at(-1);
      return { items, ...(last && from + limit < all.length && { next: last.messageId }) };
    },
  };
  const page = (filter: MessageFilter, before?: string) => listMessages(lists, tenantId, filter, 25, before);
  return { reads, page };
}

it.each<[MessageFilter, string]>([
  [{}, 'tenant'],
  [{ to: '+31612345678' }, 'recipient'],
  [{ by: 'emp_test' }, 'sender'],
  [{ state: 'accepted' }, 'state'],
  [{ recordId: 'wrk_1' }, 'record'],
  [{ templateId: 'mtp_1' }, 'template'],
  [{ batchId: 'bat_1' }, 'batch'],
  [{ route: 'websms' }, 'route'],
  [{ state: 'accepted', from: new Date(0), until: new Date() }, 'state'],
])('E3-9 a page by one filter is one read of as many as it shows: %j', async (filter, by) => {
  const { reads, page } = listOf(1000, -1);
  const { items, next } = await page(filter);
  expect({ items: items.length, next, reads }).toEqual({ items: 25, next: idOf(24), reads: [{ by, limit: 25 }] });
});

it('picks the most selective of several filters, and checks the others', async () => {
  const { reads, page } = listOf(10, -1);
  await page({ state: 'accepted', by: 'emp_test' });
  await page({ state: 'accepted', by: 'emp_test', to: '+31612345678' });
  expect(reads.map(({ by }) => by)).toEqual(['sender', 'recipient']);
});

it('looks at 500 messages for a page at most, says how far it came, and goes on from there', async () => {
  const { reads, page } = listOf(LOOKED_AT_MOST + 30, LOOKED_AT_MOST + 10);
  const first = await page({ text: 'naald' });
  expect(first).toEqual({ items: [], next: idOf(LOOKED_AT_MOST - 1), searchedTo: '2026-11-21T10:00:00.000Z' });
  expect(reads).toHaveLength(5);
  const second = await page({ text: 'naald' }, first.next);
  expect(second.items.map(({ messageId }) => messageId)).toEqual([idOf(LOOKED_AT_MOST + 10)]);
  expect(second).not.toHaveProperty('next');
});

it('ends where the last message that was looked at is the last there is', async () => {
  const { page } = listOf(25, -1);
  expect(await page({ text: 'hooi' })).not.toHaveProperty('next');
  expect((await listOf(26, -1).page({ text: 'hooi' })).next).toBe(idOf(24));
});
