import { beforeAll, describe, expect, it } from 'vitest';
import type { MessagingSettings } from '../../contract/messaging-settings.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { dispatch } from '../../functions/domain/messaging/dispatch.ts';
import { sweepTenant } from '../../functions/domain/messaging/sweep-tenant.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { cloudOn } from '../support/message-on-table.ts';
import { newId, readyBox } from '../support/messages.ts';
import { OFFERED_SMS } from '../support/offered-sms.ts';
import { NIGHTS, quietHoursOf } from '../support/quiet-hours.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});
const HOUR = 3_600_000;

/** An agency with a box, and what hands messages over by a clock that the test moves. */
async function setUp(settings: Partial<MessagingSettings> = {}, window = 30) {
  const messaging = { ...OFFERED_SMS.messaging, ...settings };
  const agency = await makeAgency(accessOn(table), 'optional', { ...OFFERED_SMS, messaging });
  const { tenantId } = agency.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 100, at: new Date() });
  const { token } = await agency.apiToken(['messages:send', 'messages:read', 'settings:manage']);
  const headers = { authorization: `Bearer ${token}` };
  let now = new Date();
  const { cloud, sent } = cloudOn(table, () => now);
  const box = readyBox({ tenantId, window });
  await cloud.boxes.add(box);
  const post = (body: object = {}) =>
    send(functions, routes.sendMessage, {
      headers: { ...headers, 'idempotency-key': newId('key') },
      body: { to: '0612345678', text: 'Goedemorgen', ...body },
    });
  const one = (id: string) => ({ headers, params: { messageId: id } });
  return {
    ...{ tenantId, box, headers, post, cloud },
    given: () =>
      sent.flatMap(({ downlink }) =>
        downlink.type === 'attempts' ? downlink.attempts.map(({ attemptId }) => attemptId.split('.')[0]) : [],
      ),
    found: async (id: string) => (await send(functions, routes.getMessage, one(id))).body,
    cancel: (id: string) => send(functions, routes.cancelMessage, one(id)),
    reschedule: (id: string, body: object) => send(functions, routes.rescheduleMessage, { ...one(id), body }),
    balance: () => walletsOn(table).balance(tenantId),
    hint: (messageId: string) => dispatch(cloud, [{ type: 'message', tenantId, messageId }]),
    sweepAt: (moment: Date) => {
      now = moment;
      return sweepTenant(cloud, tenantId);
    },
  };
}

describe('a scheduled message', () => {
  it('B7 is shown as such, can be moved, and goes when it is due', async () => {
    const agency = await setUp();
    const inTwoHours = new Date(Date.now() + 2 * HOUR).toISOString();
    const { status, body } = await agency.post({ sendAt: inTwoHours, priority: 'high' });
    expect({ status, body }).toMatchObject({ status: 202, body: { state: 'scheduled', sendAt: inTwoHours } });
    expect(await agency.balance()).toMatchObject({ available: 99, reserved: 1 });
    const list = await send(functions, routes.listMessages, { headers: agency.headers, query: { state: 'scheduled' } });
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);

    const later = new Date(Date.now() + 4 * HOUR);
    const moved = await agency.reschedule(body.id, { sendAt: later.toISOString() });
    expect(moved).toMatchObject({ status: 200, body: { sendAt: later.toISOString(), priority: 'high' } });
    expect(Date.parse(moved.body.expiresAt) - later.getTime()).toBe(7 * 24 * HOUR);
    await agency.sweepAt(new Date(later.getTime() - 1));
    expect(agency.given()).toEqual([]);
    await agency.sweepAt(later);
    expect(agency.given()).toEqual([body.id]);
    const { state, timeline } = await agency.found(body.id);
    expect(state).toBe('handed-over');
    expect(timeline.map(({ event }: { event: string }) => event)).toEqual([
      ...['scheduled', 'scheduled', 'accepted', 'handed-over'],
    ]);
    expect(await agency.reschedule(body.id, {})).toMatchObject({
      ...{ status: 409, body: { code: 'message-not-scheduled', errors: [{ path: 'state' }] } },
    });
  });

  it('B7 keeps its text, however long, as long as itself', async () => {
    const agency = await setUp();
    const text = 'Morgen om zeven uur. '.repeat(20);
    const { body } = await agency.post({ text, sendAt: new Date(Date.now() + HOUR).toISOString() });
    await agency.reschedule(body.id, { sendAt: new Date(Date.now() + 80 * 24 * HOUR).toISOString() });
    const kept = await Promise.all(
      [keys.message(agency.tenantId, body.id), keys.messageText(agency.tenantId, body.id)].map((key) => table.get(key)),
    );
    expect(kept[1]?.['expiresAtSeconds']).toBe(kept[0]?.['expiresAtSeconds']);
    expect((await agency.found(body.id)).text).toContain(text.trimEnd());
  });

  it('B7 that is cancelled gives its credits back, and is not woken any more', async () => {
    const agency = await setUp();
    const due = new Date(Date.now() + HOUR);
    const { body } = await agency.post({ sendAt: due.toISOString() });
    expect(await agency.cancel(body.id)).toMatchObject({ status: 202, body: { state: 'cancelled' } });
    expect(await agency.balance()).toMatchObject({ available: 100, reserved: 0 });
    await agency.sweepAt(due);
    expect(agency.given()).toEqual([]);
    expect(await agency.cloud.workQueue.scheduledUntil(agency.tenantId, due, 10)).toEqual([]);
  });

  it.each(['2026-11-23T08:00:00', 'tomorrow', '2020-01-01T08:00:00+01:00'])(
    'is refused for %s: a moment to come, with its offset, is wanted',
    async (sendAt) => {
      const agency = await setUp();
      const { status, body } = await agency.post({ sendAt });
      expect({ status, paths: body.errors.map(({ path }: { path: string }) => path) }).toEqual({
        ...{ status: 400, paths: ['sendAt'] },
      });
    },
  );
});

it('B7 a message can be undone for as long as the agency has set', async () => {
  const agency = await setUp({ undoSeconds: 30 });
  const { body } = await agency.post();
  expect(body.state).toBe('scheduled');
  expect(Date.parse(body.undoUntil) - Date.parse(body.acceptedAt)).toBe(30_000);
  await agency.cancel(body.id);
  expect(await agency.balance()).toMatchObject({ available: 100, reserved: 0 });
});

it('B7 quiet hours keep a message apart from its lane, and let it go when they are over', async () => {
  const agency = await setUp();
  const { tenantId, cloud } = agency;
  const { body } = await agency.post();
  const timeOfDay = (moment: number) => new Date(moment).toISOString().slice(11, 16);
  const windows = [{ from: timeOfDay(Date.now() - HOUR), until: timeOfDay(Date.now() + 2 * HOUR) }];
  const sendingRules = { find: async () => ({ isStopped: false, quietHours: quietHoursOf({ windows }, 'UTC') }) };
  await dispatch({ ...cloud, sendingRules }, [{ type: 'message', tenantId, messageId: body.id }]);
  expect(agency.given()).toEqual([]);
  expect(await cloud.workQueue.laneHead({ tenantId }, new Date(0), 10)).toEqual([]);
  expect(await cloud.workQueue.heldApart(tenantId, 10)).toEqual([body.id]);
  expect(await cloud.workQueue.heldApart(tenantId, 10, new Date())).toEqual([]);
  const held = await agency.found(body.id);
  expect(held).toMatchObject({ state: 'accepted', reason: 'Quiet hours' });
  expect(timeOfDay(Date.parse(held.heldUntil))).toBe(windows[0]?.until);

  const over = new Date(held.heldUntil);
  await sweepTenant({ ...cloud, sendingRules, clock: { now: () => over } }, tenantId);
  expect(agency.given()).toEqual([body.id]);
  expect(await agency.found(body.id)).not.toHaveProperty('heldUntil');
});

it('B7 the settings take quiet hours and the time for undoing, and give them back', async () => {
  const agency = await setUp();
  const { senderRole: _, ...plain } = OFFERED_SMS.messaging;
  const change = (more: object) =>
    send(functions, routes.changeMessagingSettings, {
      headers: { ...agency.headers, 'if-match': `"${OFFERED_SMS.messagingVersion}"` },
      body: { ...plain, ...more },
    });
  expect(await change({ undoSeconds: 61 })).toMatchObject({
    ...{ status: 400, body: { errors: [{ path: 'undoSeconds', message: 'Give 0 to 60 seconds' }] } },
  });
  const { status, body } = await change({ undoSeconds: 5, quietHours: NIGHTS });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { undoSeconds: 5, quietHours: { ...NIGHTS, priorities: ['normal', 'low'] } },
  });
  expect((await agency.cloud.sendingRules.find(agency.tenantId)).quietHours?.timeZone).toBe('Europe/Amsterdam');
});

it('B7 one agency’s many delay no other’s one, and what is urgent goes first in its lane', async () => {
  const [busy, other] = [await setUp({}, 1), await setUp({}, 1)];
  const [low, normal, high] = [
    (await busy.post({ priority: 'low' })).body.id,
    (await busy.post()).body.id,
    (await busy.post({ priority: 'high' })).body.id,
  ];
  const alone = (await other.post({ priority: 'low' })).body.id;
  const lane = { tenantId: busy.tenantId };
  expect(await busy.cloud.workQueue.laneHead(lane, new Date(0), 10)).toEqual([high, normal, low]);
  await busy.hint(low);
  await other.hint(alone);
  expect([busy.given(), other.given()]).toEqual([[high], [alone]]);
});
