import { expect, it } from 'vitest';
import { REPEATS_AT_MOST } from '../../../contract/message-delivery.ts';
import { MessageRepository } from '../../../functions/adapters/dynamodb/message-repository.ts';
import { bringMessage } from '../../support/brought-message.ts';
import { acceptedMessage, newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { walletsOn } from '../../support/wallet.ts';
import { meter } from '../../support/write-units.ts';

const { table, client } = useTable();
const messages = new MessageRepository(table);

it('what waits for its time costs the write units that docs/performance.md says', async () => {
  const tenantId = newId('ten');
  const now = new Date('2026-11-21T10:00:00.000Z');
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 10, at: now });
  const dueAt = '2026-11-21T12:00:00.000Z';
  const { messageId } = acceptedMessage({ tenantId });
  const message = acceptedMessage({
    ...{ tenantId, messageId, dueAt, state: 'scheduled', repeatsLeft: REPEATS_AT_MOST },
    timeline: [{ event: 'scheduled', at: now.toISOString(), detail: 'emp_test' }],
  });
  await messages.accept(message, { route: 'messages', key: messageId, asked: {}, answer: {}, now });
  const found = async () => {
    const there = await messages.find(tenantId, messageId);
    if (!there) throw new Error('the message is gone');
    return there;
  };
  const counted = meter(client);
  const unitsOf = async (act: () => Promise<boolean>) => {
    counted.read();
    expect(await act()).toBe(true);
    return counted.read().units;
  };
  const at = new Date(dueAt);
  const entry = { event: 'held', at: dueAt, detail: 'Quiet hours' } as const;
  const [scheduled, accepted] = [await found(), async () => found()];
  const units = {
    due: await unitsOf(() => messages.enterLane(scheduled, at)),
    held: await unitsOf(async () => messages.hold(await accepted(), new Date('2026-11-22T07:00:00.000Z'), entry)),
    over: await unitsOf(async () => messages.enterLane(await accepted(), at)),
    again: 0,
  };
  await bringMessage(table, tenantId, messageId, 'unconfirmed');
  units.again = await unitsOf(async () => messages.repeat(await accepted(), at, 'Sent again'));
  expect(units).toEqual({ due: 5, held: 3, over: 3, again: 5 });
  const { state, repeatsLeft, timeline } = await found();
  expect({ state, repeatsLeft, last: timeline.at(-1) }).toEqual({
    ...{ state: 'accepted', repeatsLeft: REPEATS_AT_MOST - 1 },
    last: { event: 'accepted', at: dueAt, detail: 'Sent again' },
  });
});
