import { expect, it } from 'vitest';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { getMessage } from '../../../functions/domain/messaging/read-messages.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';

it('B13 a stop asks boxes for all that they have not sent, those for a chosen modem too, and nothing leaves its lane until it is lifted', async () => {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const sender = { boxId: box.boxId, modem: 'modem-1' };
  const ids = [acceptedMessage({ tenantId }), acceptedMessage({ tenantId, sender })].map(
    (message) => cloud.putMessage(message).messageId,
  );
  const minute = async () => {
    cloud.setNow(new Date(cloud.clock.now().getTime() + 60_000));
    await sweepTenant(cloud, tenantId);
  };
  const at = () => cloud.clock.now().toISOString();
  const states = async () => Promise.all(ids.map(async (id) => (await getMessage(cloud, tenantId, id, 'en')).state));
  await dispatch(cloud, [{ type: 'sweep', tenantId }]);
  const first = ids.map((id) => `${id}.1`);
  expect(cloud.attemptsFor(box.boxId).toSorted()).toEqual(first.toSorted());

  cloud.stop(true);
  await minute();
  expect(cloud.revokedFor(box.boxId).toSorted()).toEqual(first.toSorted());
  const revoked = first.map((attemptId) => ({ type: 'revoked' as const, attemptId, at: at() }));
  await applyEdgeEvents({ ...cloud, onStray: () => {} }, box, box.journalId, revoked);
  expect(await states()).toEqual(['accepted', 'accepted']);
  await minute();
  expect(cloud.attemptsFor(box.boxId)).toHaveLength(2);
  expect(cloud.wallet.reserved).toBe(2);

  cloud.stop(false);
  await minute();
  expect(await states()).toEqual(['handed-over', 'handed-over']);
  expect(cloud.attemptsFor(box.boxId).slice(2).toSorted()).toEqual(ids.map((id) => `${id}.2`).toSorted());
});
