import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '../../../contract/edge.ts';
import { takeOutOfUse, useAgain } from '../../../functions/domain/edge/out-of-use.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { cancelMessage } from '../../../functions/domain/messaging/cancel-message.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import type { Box } from '../../../functions/domain/messaging/model.ts';
import { getMessage } from '../../../functions/domain/messaging/read-messages.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { healthOf, modemHealth } from '../../support/health.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
const SEARCHING = modemHealth({ state: 'searching', registration: 2 });

/** A message with the first of some boxes. */
async function setUp(boxCount = 2) {
  const cloud = memoryMessaging(tenantId);
  const [first, second] = Array.from({ length: boxCount }, () => readyBox({ tenantId }));
  if (!first) throw new Error('no box');
  cloud.addBox(first);
  const { messageId } = cloud.putMessage(acceptedMessage({ tenantId }));
  await dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
  if (second) cloud.addBox(second);
  const stray: AttemptEvent[] = [];
  const at = () => cloud.clock.now().toISOString();
  return {
    ...{ cloud, first, second, messageId, stray, at },
    tell: (box: Box, ...modems: ReturnType<typeof modemHealth>[]) => cloud.tellHealth(box, healthOf(box, { modems })),
    /** A minute goes by, in which the boxes say that they are as before, and the tenant is swept. */
    minute: async (tellAll: () => void = () => {}) => {
      cloud.setNow(new Date(cloud.clock.now().getTime() + 60_000));
      tellAll();
      await sweepTenant(cloud, tenantId);
    },
    says: (box: Box & { journalId: string }, type: 'received' | 'revoked', attempt = 1) =>
      applyEdgeEvents({ ...cloud, onStray: (event) => void stray.push(event) }, box, box.journalId, [
        { type, attemptId: `${messageId}.${attempt}`, at: at() },
      ]),
    found: () => getMessage(cloud, tenantId, messageId, 'en'),
    box: async ({ boxId }: Box) => (await cloud.boxes.find(tenantId, boxId)) as Box,
  };
}

describe('a box that a person takes out of use', () => {
  it('is asked for what it has not sent; when it confirms that, another box sends it, as the next attempt', async () => {
    const { cloud, first, second, messageId, minute, says, found } = await setUp();
    await says(first, 'received');
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'The SIM card is changed', by: 'emp_1' });
    await minute();
    expect(cloud.revokedFor(first.boxId)).toEqual([`${messageId}.1`]);
    expect(cloud.attemptsFor(second?.boxId ?? '')).toEqual([]);
    await says(first, 'revoked');
    expect(await found()).toMatchObject({ state: 'accepted', reason: 'The SIM card is changed' });
    await minute();
    expect(cloud.attemptsFor(second?.boxId ?? '')).toEqual([`${messageId}.2`]);
    expect(cloud.attemptsFor(first.boxId)).toEqual([`${messageId}.1`]);
    await says(second ?? first, 'received', 2);
    const { state, reason, timeline } = await found();
    expect({ state, reason }).toEqual({ state: 'handed-over' });
    expect(timeline.map(({ event, detail }) => detail ?? event)).toEqual([
      ...['emp_test', 'handed-over', 'received'],
      ...['The SIM card is changed', 'handed-over', 'received'],
    ]);
    expect(cloud.wallet.reserved).toBe(1);
  });

  it('B1 keeps what it does not confirm: nobody else sends that', async () => {
    const { cloud, first, second, messageId, minute, at, stray } = await setUp();
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'why', by: 'emp_1' });
    await minute();
    await applyEdgeEvents({ ...cloud, onStray: (event) => void stray.push(event) }, first, first.journalId, [
      { type: 'submitted', attemptId: `${messageId}.1`, at: at(), parts: 1, partsSubmitted: 1 },
    ]);
    await minute();
    expect(cloud.attemptsFor(second?.boxId ?? '')).toEqual([]);
    expect((await getMessage(cloud, tenantId, messageId, 'en')).state).toBe('submitted');
  });

  it('is given nothing until it is used again, where there is no other either', async () => {
    const { cloud, first, messageId, minute, says, found } = await setUp(1);
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'why', by: 'emp_1' });
    await minute();
    await says(first, 'revoked');
    await minute();
    expect((await found()).state).toBe('accepted');
    await useAgain(cloud, tenantId, first.boxId);
    await minute();
    expect(cloud.attemptsFor(first.boxId)).toEqual([`${messageId}.1`, `${messageId}.2`]);
  });

  it('is not asked again for each message in each minute', async () => {
    const { cloud, first, minute } = await setUp();
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'why', by: 'emp_1' });
    for (let minutes = 0; minutes < 10; minutes += 1) await minute();
    expect(cloud.revokedFor(first.boxId).length).toBeLessThan(5);
  });

  it.each(['takes out of use', 'uses again'])('must be there for who %s it', async (does) => {
    const { cloud } = await setUp();
    const why = { reason: 'why', by: 'emp_1' };
    const act =
      does === 'uses again' ? useAgain(cloud, tenantId, 'box_0') : takeOutOfUse(cloud, tenantId, 'box_0', why);
    await expect(act).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a box none of whose modems can send', () => {
  it.each([
    ['has no network', SEARCHING],
    ['is out of reach', modemHealth({ state: 'out-of-reach' })],
    ['has no SIM card that works', modemHealth({ sim: 'not-ready' })],
    ['is paused', modemHealth({ paused: true })],
  ])('is out of use after 3 minutes where another box can send, until it can again: its modem %s', async (_, modem) => {
    const { cloud, first, second, messageId, tell, minute, box } = await setUp();
    const broken = () => {
      tell(first, modem);
      if (second) tell(second, modemHealth());
    };
    for (let minutes = 0; minutes < 3; minutes += 1) await minute(broken);
    expect((await box(first)).outOfUse).toBeUndefined();
    await minute(broken);
    expect((await box(first)).outOfUse?.reason).toContain('modems');
    expect(cloud.revokedFor(first.boxId)).toEqual([`${messageId}.1`]);
    await minute(() => tell(first, modemHealth()));
    expect(await box(first)).not.toHaveProperty('outOfUse');
    expect(await box(first)).not.toHaveProperty('cannotSendSince');
  });

  it.each([
    [
      'one of its modems can',
      (tell: (box: number, ...modems: (typeof SEARCHING)[]) => void) => tell(0, SEARCHING, modemHealth()),
    ],
    [
      'no other box can',
      (tell: (box: number, ...modems: (typeof SEARCHING)[]) => void) => [tell(0, SEARCHING), tell(1, SEARCHING)],
    ],
    ['it says nothing', (tell: (box: number, ...modems: (typeof SEARCHING)[]) => void) => tell(1, modemHealth())],
  ])('keeps its messages when %s', async (_, say) => {
    const { cloud, first, second, tell, minute, box } = await setUp();
    tell(first, modemHealth());
    for (let minutes = 0; minutes < 10; minutes += 1)
      await minute(() => void say((which, ...modems) => tell((which === 0 ? first : second) ?? first, ...modems)));
    expect((await box(first)).outOfUse).toBeUndefined();
    expect(cloud.revokedFor(first.boxId)).toEqual([]);
  });

  it('stays out of use when a person wants it so', async () => {
    const { cloud, first, tell, minute, box } = await setUp();
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'why', by: 'emp_1' });
    for (let minutes = 0; minutes < 5; minutes += 1) await minute(() => tell(first, modemHealth()));
    expect((await box(first)).outOfUse).toMatchObject({ reason: 'why', by: 'emp_1' });
  });
});

describe('a message that is to be moved', () => {
  it('is cancelled instead when a person wants that', async () => {
    const { cloud, first, messageId, minute, says, found } = await setUp();
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'why', by: 'emp_1' });
    await minute();
    await cancelMessage({ ...cloud, hintLost: () => {} }, tenantId, messageId, 'emp_2');
    await minute();
    await says(first, 'revoked');
    expect((await found()).state).toBe('cancelled');
    expect(cloud.wallet).toMatchObject({ available: 100, reserved: 0 });
  });

  it('is not moved when its cancelling is wanted', async () => {
    const { cloud, first, messageId, minute, says, found } = await setUp();
    await cancelMessage({ ...cloud, hintLost: () => {} }, tenantId, messageId, 'emp_2');
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'why', by: 'emp_1' });
    await minute();
    await says(first, 'revoked');
    expect((await found()).state).toBe('cancelled');
  });

  it('raises no alarm when its first box repeats itself, and one when that says that it sent it after all', async () => {
    const { cloud, first, messageId, minute, says, at, stray } = await setUp();
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'why', by: 'emp_1' });
    await minute();
    await says(first, 'revoked');
    await says(first, 'revoked');
    await minute();
    await says(first, 'revoked');
    await says(first, 'received');
    expect(stray).toEqual([]);
    const sent = { type: 'submitted', attemptId: `${messageId}.1`, at: at(), parts: 1, partsSubmitted: 1 } as const;
    await applyEdgeEvents({ ...cloud, onStray: (event) => void stray.push(event) }, first, first.journalId, [sent]);
    expect(stray).toEqual([sent]);
  });

  it('expires in its lane when its week is over', async () => {
    const { cloud, first, minute, says, found } = await setUp(1);
    await takeOutOfUse(cloud, tenantId, first.boxId, { reason: 'why', by: 'emp_1' });
    await minute();
    await says(first, 'revoked');
    cloud.setNow('2026-11-28T10:00:01.000Z');
    await minute();
    expect((await found()).state).toBe('expired');
    expect(cloud.wallet).toMatchObject({ available: 100, reserved: 0 });
  });
});
