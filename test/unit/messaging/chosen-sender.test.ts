import { expect, it } from 'vitest';
import { takeOutOfUse, useAgain } from '../../../functions/domain/edge/out-of-use.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { LIFETIME } from '../../../functions/domain/messaging/store-message.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
const WHY = { reason: 'The SIM card is changed', by: 'emp_1' };

function setUp() {
  const cloud = memoryMessaging(tenantId);
  const [first, second] = [readyBox({ tenantId }), readyBox({ tenantId })];
  for (const box of [first, second]) cloud.addBox(box);
  const chosen = acceptedMessage({ tenantId, sender: { boxId: second.boxId, modem: 'roof' } });
  const { messageId } = cloud.putMessage(chosen);
  const state = async () => (await cloud.messages.find(tenantId, messageId))?.state;
  const hint = () => dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
  return { cloud, first, second, messageId, state, hint };
}

it('B4 goes to the box of the chosen modem alone, and names the modem', async () => {
  const { cloud, first, second, messageId, hint } = setUp();
  await hint();
  expect(cloud.attemptsFor(first.boxId)).toEqual([]);
  expect(cloud.sent.map(({ boxId, message }) => ({ boxId, ...message }))).toMatchObject([
    { boxId: second.boxId, type: 'attempts', attempts: [{ attemptId: `${messageId}.1`, modem: 'roof' }] },
  ]);
});

it('names no modem where none was chosen', async () => {
  const { cloud } = setUp();
  const { messageId } = cloud.putMessage(acceptedMessage({ tenantId }));
  await dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
  const given = cloud.sent.flatMap(({ message }) => (message.type === 'attempts' ? message.attempts : []));
  expect(given.find(({ attemptId }) => attemptId === `${messageId}.1`)).not.toHaveProperty('modem');
});

it('waits for its box while that is out of use, and is not moved from it', async () => {
  const { cloud, first, second, messageId, state, hint } = setUp();
  await takeOutOfUse(cloud, tenantId, second.boxId, WHY);
  await hint();
  await sweepTenant(cloud, tenantId);
  expect(await state()).toBe('accepted');
  await useAgain(cloud, tenantId, second.boxId);
  await hint();
  await takeOutOfUse(cloud, tenantId, second.boxId, WHY);
  await sweepTenant(cloud, tenantId);
  expect(await cloud.messages.find(tenantId, messageId)).not.toHaveProperty('withdrawal');
  expect(cloud.attemptsFor(first.boxId)).toEqual([]);
});

it('fails, with its credits back, when its box is removed before it was given', async () => {
  const { cloud, second, state } = setUp();
  cloud.addBox({ ...second, removedAt: '2026-11-21T10:00:10.000Z' });
  await sweepTenant(cloud, tenantId);
  expect(await state()).toBe('failed');
  expect(cloud.wallet.available).toBe(100);
});

it('E4-8 expires like any other, though its box takes nothing', async () => {
  const { cloud, second, state } = setUp();
  await takeOutOfUse(cloud, tenantId, second.boxId, WHY);
  cloud.setNow(new Date(Date.parse('2026-11-21T10:00:01.000Z') + LIFETIME).toISOString());
  await sweepTenant(cloud, tenantId);
  expect(await state()).toBe('expired');
});
