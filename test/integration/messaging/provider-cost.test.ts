import { describe, expect, it } from 'vitest';
import type { ProviderName } from '../../../contract/providers.ts';
import { phoneNumbers } from '../../../functions/adapters/phone-numbers/phone-numbers.ts';
import { acceptMessage, type MessageSender } from '../../../functions/domain/messaging/accept-message.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { callRoute } from '../../../functions/domain/messaging/providers/call-route.ts';
import { callIdOf } from '../../../functions/domain/messaging/providers/model.ts';
import { takeReport } from '../../../functions/domain/messaging/providers/take-report.ts';
import { wakeOne } from '../../../functions/domain/messaging/wake-messages.ts';
import { cloudOn } from '../../support/message-on-table.ts';
import { newId } from '../../support/messages.ts';
import { OFFERED_SMS } from '../../support/offered-sms.ts';
import { useTable } from '../../support/table.ts';
import { walletsOn } from '../../support/wallet.ts';
import { anAccount } from '../../support/web-providers/account.ts';
import { answering } from '../../support/web-providers/answering.ts';
import { meter } from '../../support/write-units.ts';

const { table, client } = useTable();
const counted = meter(client);
/** As long as the ids that these providers give. */
const PROVIDER_IDS = { websms: '0f8fad5bd9cb469fa16570867728950e', smsapi: '5F0E8B3A333262A5AA1B2C3D' } as const;
/** As long as it may be. */
const NAME = 'Uitzendbure';
/** With the line of the sender it fills one SMS. */
const WHOLE = 'Werk morgen van zeven tot vier. '.repeat(5).slice(0, 160 - 1 - NAME.length);

/** An agency whose messages go by this provider, and by the other one where that can't. */
async function setUp(provider: ProviderName, more: { readonly toWorker: boolean; readonly atLeastOnce?: boolean }) {
  const tenantId = newId('ten');
  let now = new Date();
  const { cloud, callJobs } = cloudOn(table, () => now);
  const wallets = walletsOn(table);
  await wallets.grant({ tenantId, grantId: 'test', credits: 10, at: now });
  const audit = { tenantId, subjectId: 'x', auditId: newId('aud'), at: now.toISOString(), by: 'emp_1', action: 'x' };
  await cloud.accounts.save(anAccount({ tenantId, provider }), undefined, audit);
  let isLost = false;
  const { provider: web } = answering(() =>
    isLost
      ? { kind: 'unclear', reason: 'answer-missing', code: '-' }
      : { kind: 'submitted', providerId: PROVIDER_IDS[provider] },
  );
  const deps = {
    ...cloud,
    mobilePrefixes: { find: async () => ({ prefixes: [], version: 0 }) },
    records: {
      find: async (_: unknown, id: string) => ({
        ...{ id, kind: 'worker' as const, values: {} },
        phones: [{ number: '+31612345678', mobile: true, private: false }],
      }),
    },
    templates: {
      find: async () =>
        ({
          fields: {
            for: 'worker',
            text: WHOLE,
            delivery: more.atLeastOnce ? 'at-least-once' : 'at-most-once',
            language: 'nl',
          },
        }) as never,
    },
    refusedNumbers: { add: async () => {} },
    wallets: wallets.repository,
    random: () => 0,
    numbers: phoneNumbers,
    providers: { websms: web, smsapi: web },
    open: async () => ({ access: { credentials: { token: 't' } }, reportsTo: () => 'https://x/' }),
    wait: async () => {},
  };
  const sender: MessageSender = {
    ...{
      tenantId,
      id: newId('emp'),
      country: 'NL',
      pricePer: 'message',
      walletShards: 1,
      sendingStopped: false,
    },
    ...{
      messaging: { ...OFFERED_SMS.messaging, senderName: NAME },
      name: 'West',
      by: 'Anna',
      permissions: new Set(['workers:read'] as const),
    },
    routes: provider === 'websms' ? ['websms', 'smsapi'] : ['smsapi', 'websms'],
  };
  const asked = more.toWorker ? { to: newId('wrk'), templateId: newId('tpl') } : { to: '0612345678', text: WHOLE };
  counted.read();
  const { id } = await acceptMessage(deps, sender, asked, newId('key'));
  const units: Record<string, number> = { accepted: counted.read().units };
  const step = async (what: string, act: () => Promise<unknown>) => {
    counted.read();
    await act();
    units[what] = (units[what] ?? 0) + counted.read().units;
  };
  const key = { tenantId, provider };
  let attempt = 0;
  return {
    units,
    /** the hint and the call, whose answer may get lost */
    async call(what: string, lost = false) {
      isLost = lost;
      attempt += 1;
      await step(what, async () => {
        await dispatch(deps, [{ type: 'message', tenantId, messageId: id }]);
        expect(callJobs.splice(0)).toHaveLength(1);
        await callRoute(deps, { type: 'call', ...key, messageIds: [id] });
      });
    },
    report: () =>
      step('delivered', () =>
        takeReport(deps, key, { type: 'report', callId: callIdOf(id, attempt), state: 'delivered', code: 'delivered' }),
      ),
    again: () =>
      step('again', async () => {
        const message = await cloud.messages.find(tenantId, id);
        if (message) await wakeOne(deps, message);
      }),
    state: async () => (await cloud.messages.find(tenantId, id))?.state,
    later: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

describe.each(['websms', 'smsapi'] as const)('an SMS by %s', (provider) => {
  it.each([
    ['a number', false, { accepted: 12, submitted: 18, delivered: 3 }],
    ['a worker, by a template', true, { accepted: 14, submitted: 18, delivered: 3 }],
  ] as const)(
    'to %s costs at most 36 write units in its life, with all of its 160 letters',
    async (_, toWorker, costs) => {
      const { units, call, report, state } = await setUp(provider, { toWorker });
      await call('submitted');
      await report();
      expect(await state()).toBe('delivered');
      expect(units).toEqual(costs);
      expect(Object.values(units).reduce((sum, more) => sum + more)).toBeLessThanOrEqual(36);
    },
  );
});

it('a second chance costs what docs/performance.md says', async () => {
  const { units, call, again, report, state, later } = await setUp('websms', { toWorker: true, atLeastOnce: true });
  await call('first', true);
  expect(await state()).toBe('unconfirmed');
  later(11 * 60_000);
  await again();
  await call('second');
  await report();
  expect(await state()).toBe('delivered');
  expect(units).toEqual({ accepted: 14, first: 14, again: 6, second: 22, delivered: 4 });
});
