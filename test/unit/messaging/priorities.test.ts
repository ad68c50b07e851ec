import { expect, it } from 'vitest';
import { messageTemplateBody } from '../../../contract/routes/message-templates.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { readCallId } from '../../../functions/domain/messaging/providers/model.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { memorySender } from '../../support/memory-sender.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';
import { fakeProvider } from '../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../support/web-providers/memory-calls.ts';

const tenantId = 'ten_1';
const at = (minute: number) => `2026-11-21T09:${String(minute).padStart(2, '0')}:00.000Z`;
const ONE_OF_EACH = [
  { priority: 'low', acceptedAt: at(0) },
  { acceptedAt: at(1) },
  { acceptedAt: at(2) },
  { priority: 'high', acceptedAt: at(3) },
  { priority: 'high', acceptedAt: at(4) },
] as const;
/** As they are to go, by their places above. */
const IN_TURN = [3, 4, 1, 2, 0];

it('B7 a box that has room for one is given what is urgent first, then what was due first', async () => {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId, window: 1 });
  cloud.addBox(box);
  const ids = ONE_OF_EACH.map((one) => cloud.putMessage(acceptedMessage({ tenantId, ...one })).messageId);
  for (const _ of ids) {
    await dispatch(cloud, [{ type: 'sweep', tenantId }]);
    const [open] = await cloud.workQueue.dueWith(box, 1);
    const message = await cloud.messages.find(tenantId, open ?? '');
    if (!message) throw new Error('none was given');
    const now = cloud.clock.now();
    await cloud.messages.step(message, { to: 'submitted', at: now, bookedAt: now });
  }
  expect(cloud.attemptsFor(box.boxId)).toEqual(IN_TURN.map((place) => `${ids[place]}.1`));
});

it('B7 a provider is called for what is urgent first', async () => {
  const { provider, log } = fakeProvider(true);
  const { message, work } = memoryCalls('smsapi', { smsapi: provider, websms: provider });
  const ids = ONE_OF_EACH.map((one) => message(one).messageId);
  await work();
  expect(log.map(({ callId }) => readCallId(callId)?.messageId)).toEqual(IN_TURN.map((place) => ids[place]));
});

it('B7 a message has the priority that it is given, else that of its template', async () => {
  const text = 'Hallo {{worker.givenName}}';
  const template = messageTemplateBody.parse({
    name: 'a',
    for: 'worker',
    language: 'nl',
    text: 'Hallo',
    priority: 'low',
  });
  expect(messageTemplateBody.parse({ name: 'a', for: 'worker', language: 'nl', text }).priority).toBe('normal');
  const cloud = memoryMessaging(tenantId);
  const { send } = memorySender(cloud, {}, { template });
  const given = async (asked: object) => (await cloud.messages.find(tenantId, (await send(asked)).id))?.priority;
  const byTemplate = { to: newId('wrk'), text: undefined, templateId: 'mtp_1' };
  expect(await given(byTemplate)).toBe('low');
  expect(await given({ ...byTemplate, priority: 'high' })).toBe('high');
  expect(await given({ ...byTemplate, priority: 'normal' })).toBeUndefined();
  expect(await given({})).toBeUndefined();
});
