import { expect, it } from 'vitest';
import { takeOutOfUse, useAgain } from '../../../functions/domain/edge/out-of-use.ts';
import { messageOnTable } from '../../support/message-on-table.ts';
import { readyBox } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';

const { table } = useTable();
const WHY = { reason: 'The SIM card is changed', by: 'emp_1' };
const ROUNDS = 10;

async function setUp() {
  const one = await messageOnTable(table);
  await one.handOver();
  const { tenantId, box, boxes, cloud } = one;
  await takeOutOfUse(cloud, tenantId, box.boxId, WHY);
  const other = readyBox({ tenantId });
  await boxes.add(other);
  return { ...one, other };
}

it('moves a message to another box once the first has confirmed that it was not sent', async () => {
  const { tenantId, box, boxes, messages, cloud, other, attempt, sweep, boxSays, found, given, lane, wait, balance } =
    await setUp();
  expect(await boxes.find(tenantId, box.boxId)).toMatchObject({ outOfUse: WHY });
  await sweep();
  const asked = await found();
  expect(asked).toMatchObject({ state: 'handed-over', withdrawal: { to: 'accepted', reason: WHY.reason } });
  expect(given('revoke')).toEqual([`${attempt('revoked').attemptId} to ${box.boxId}`]);
  await boxSays(attempt('revoked'));
  expect(await found()).toMatchObject({ state: 'accepted', reason: WHY.reason });
  expect(await lane()).toEqual([asked.messageId]);
  expect(await cloud.workQueue.loadOf(box, 10)).toBe(0);

  wait(1);
  await sweep();
  expect(given('attempts').at(-1)).toBe(`${attempt('received', 2).attemptId} to ${other.boxId}`);
  const moved = await found();
  expect(moved.handover).toMatchObject({ attempt: 2, boxId: other.boxId, journalId: other.journalId });
  expect(moved).not.toHaveProperty('withdrawal');
  expect(moved).not.toHaveProperty('reason');
  await messages.note(asked, { event: 'received', at: '2026-11-21T10:00:00.000Z' });
  expect((await found()).timeline.map(({ event }) => event)).toEqual([
    ...['accepted', 'handed-over'],
    ...['accepted', 'handed-over'],
  ]);
  expect(await balance()).toMatchObject({ reserved: 1, available: 9 });
});

it('gives the box messages again when it is used again', async () => {
  const { tenantId, box, boxes, cloud } = await setUp();
  await useAgain(cloud, tenantId, box.boxId);
  expect(await boxes.find(tenantId, box.boxId)).not.toHaveProperty('outOfUse');
});

it('B1 a cancel that meets the confirmation of a move: the message is cancelled, its credits come back once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { attempt, cancel, sweep, boxSays, found, balance, wait, given, other } = await setUp();
    await sweep();
    await Promise.all([cancel(), boxSays(attempt('revoked'))]);
    await boxSays(attempt('revoked'));
    wait(1);
    await sweep();
    expect((await found()).state).toBe('cancelled');
    expect(await balance()).toEqual({ granted: 10, available: 10, reserved: 0, consumed: 0 });
    expect(given('attempts').filter((line) => line.endsWith(other.boxId))).toEqual([]);
  }
});
