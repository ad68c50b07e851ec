import { describe, expect, it } from 'vitest';
import type { Health, ModemHealth } from '../../../contract/edge.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { healthOf, modemHealth } from '../../support/health.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
const START = '2026-11-21T10:00:00.000Z';
const minutesLater = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000);

/** Two boxes, of which the first is as it is said, and the second is well. */
async function office(first: Partial<Health> | 'never heard of', heardMinutesAgo = 0, second: Partial<Health> = {}) {
  const cloud = memoryMessaging(tenantId);
  const boxes = [readyBox({ tenantId }), readyBox({ tenantId })] as const;
  for (const box of boxes) cloud.addBox(box);
  const tell = async (box: (typeof boxes)[number], given: Partial<Health>, minutes: number) => {
    const { type: _, journalId: __, epoch: ___, ...report } = healthOf(box, given);
    await cloud.healths.keep(box, report, minutesLater(minutes));
  };
  if (first !== 'never heard of') await tell(boxes[0], first, -heardMinutesAgo);
  await tell(boxes[1], second, 0);
  const given = () => boxes.map(({ boxId }) => cloud.attemptsFor(boxId).length);
  const send = async () => {
    const { messageId } = cloud.putMessage(acceptedMessage({ tenantId }));
    await dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
  };
  return { cloud, boxes, tell, given, send };
}
const withModems = (...modems: Partial<ModemHealth>[]): Partial<Health> => ({ modems: modems.map(modemHealth) });

describe('B4 a message is given to', () => {
  it.each<[string, Partial<Health> | 'never heard of', number]>([
    ['was not heard of for three minutes', {}, 3.1],
    ['has never told how it is', 'never heard of', 0],
    ['has its modem paused', withModems({ paused: true }), 0],
    ['has a modem without a network', withModems({ state: 'searching' }), 0],
    ['has a modem out of reach', withModems({ state: 'out-of-reach' }), 0],
    ['has a SIM card that is not ready', withModems({ sim: 'not-ready' }), 0],
    ['has one modem paused and one given up', withModems({ paused: true }, { name: 'other', state: 'given-up' }), 0],
  ])('the other box when the first one %s', async (_, first, heardMinutesAgo) => {
    const { given, send } = await office(first, heardMinutesAgo);
    await send();
    expect(given()).toEqual([0, 1]);
  });

  it.each<[string, Partial<Health>, number]>([
    ['is well', {}, 0],
    ['was heard of three minutes ago', {}, 3],
    ['has one of its modems well', withModems({ paused: true }, { name: 'other' }), 0],
  ])('the first box when it %s', async (_, first, heardMinutesAgo) => {
    const { given, send } = await office(first, heardMinutesAgo);
    await send();
    expect(given()).toEqual([1, 0]);
  });

  it('the first box though it is silent when the other one cannot send either: it may be the first to return', async () => {
    const { given, send } = await office({}, 10, withModems({ state: 'given-up' }));
    await send();
    expect(given()).toEqual([1, 0]);
  });

  it('a box that is alone, however it is', async () => {
    const cloud = memoryMessaging(tenantId);
    const box = readyBox({ tenantId });
    cloud.addBox(box);
    const { messageId } = cloud.putMessage(acceptedMessage({ tenantId }));
    await dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${messageId}.1`]);
  });

  it('a box that is well again by the next sweep', async () => {
    const { cloud, boxes, tell, given } = await office(withModems({ paused: true }));
    cloud.addBox({ ...boxes[1], quarantined: 'cloned' });
    cloud.putMessage(acceptedMessage({ tenantId }));
    await tell(boxes[0], {}, 1);
    await sweepTenant(cloud, tenantId);
    expect(given()).toEqual([1, 0]);
  });
});
