import { expect, it } from 'vitest';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
const removedAt = '2026-11-21T10:00:10.000Z';

it('S13 what a removed box had is unconfirmed at the next sweep, and it is given nothing more', async () => {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const had = cloud.putMessage(acceptedMessage({ tenantId }));
  await dispatch(cloud, [{ type: 'message', tenantId, messageId: had.messageId }]);
  expect(cloud.attemptsFor(box.boxId)).toHaveLength(1);

  cloud.addBox({ ...box, removedAt });
  const waits = cloud.putMessage(acceptedMessage({ tenantId }));
  cloud.setNow('2026-11-21T10:00:20.000Z');
  await sweepTenant(cloud, tenantId);
  expect(await cloud.messages.find(tenantId, had.messageId)).toMatchObject({
    state: 'unconfirmed',
    reason: 'The box was removed',
  });
  expect((await cloud.messages.find(tenantId, waits.messageId))?.state).toBe('accepted');
  expect(cloud.sent.filter(({ boxId }) => boxId === box.boxId)).toHaveLength(1);
});
