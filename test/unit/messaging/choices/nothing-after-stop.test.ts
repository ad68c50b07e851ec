import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AttemptEvent } from '../../../../contract/edge.ts';
import { applyEdgeEvents } from '../../../../functions/domain/messaging/apply-edge-events.ts';
import { liftOptOut } from '../../../../functions/domain/messaging/choices/keep-opt-outs.ts';
import { optOut } from '../../../../functions/domain/messaging/choices/opt-out.ts';
import { dispatch } from '../../../../functions/domain/messaging/dispatch.ts';
import type { WebProvider } from '../../../../functions/domain/messaging/providers/ports.ts';
import { storeMessage } from '../../../../functions/domain/messaging/store-message.ts';
import { DomainError } from '../../../../functions/domain/shared/domain-error.ts';
import { newId, readyBox } from '../../../support/messages.ts';
import { OFFERED_SMS } from '../../../support/offered-sms.ts';
import { fakeProvider } from '../../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

const NUMBER = '+31612345678';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** All of sending in memory: one number, one box, one web provider. */
function office() {
  let isLost = false;
  let calls = 0;
  const { provider } = fakeProvider(true, () => isLost);
  const counted: WebProvider = {
    ...provider,
    submit(access, call) {
      calls += 1;
      return provider.submit(access, call);
    },
  };
  const { cloud, deps, tenantId, work, sweep, later } = memoryCalls('smsapi', { smsapi: counted, websms: counted });
  const box = readyBox({ tenantId, window: 2 });
  cloud.addBox(box);
  const ids: string[] = [];
  const submitted = new Set<string>();
  const actor = { tenantId, id: 'emp_1', requestId: 'req', address: '192.0.2.1' };
  const found = async () =>
    (await Promise.all(ids.map((id) => cloud.messages.find(tenantId, id)))).filter((one) => one !== undefined);
  const stopping = {
    ...deps,
    lists: {
      read: async (_tenantId: string, _list: object, { from = new Date(0) }: { from?: Date }) => {
        const accepted = (await found()).filter(({ acceptedAt }) => acceptedAt >= from.toISOString());
        return { items: accepted.map((message) => ({ ...message, textComplete: true })) };
      },
    },
  };
  const say = (type: AttemptEvent['type'], attemptId: string) => {
    const at = cloud.clock.now().toISOString();
    const parts = { parts: 1, partsSubmitted: 1 };
    const event = type === 'submitted' ? { type, attemptId, at, ...parts } : ({ type, attemptId, at } as AttemptEvent);
    return applyEdgeEvents({ ...deps, onStray: () => {} }, box, box.journalId, [event]);
  };
  const stopped = async () => (await cloud.choices.find(tenantId, NUMBER))?.optOutId;
  const store = (optOutId: string) => ({
    ...{ tenantId, optOutId, since: cloud.clock.now().toISOString(), source: 'sms' as const },
  });
  const audit = { tenantId, subjectId: 's', auditId: newId('aud'), at: '', by: 'system', action: 'opted-out' };
  const acts = {
    async send(route: 'modem' | 'smsapi', daysAhead = 0) {
      const rights = { tenantId, id: 'emp_1', country: 'NL', pricePer: 'message', walletShards: 1 } as const;
      const text = { text: 'Hallo', alphabet: 'gsm7', parts: 1 } as const;
      const dueAt = daysAhead > 0 && { dueAt: new Date(cloud.clock.now().getTime() + daysAhead * DAY).toISOString() };
      const draft = { to: NUMBER, ...text, ...dueAt, ...(route === 'smsapi' && { routes: ['smsapi' as const] }) };
      const request = { route: 'messages', key: newId('key'), asked: {}, now: cloud.clock.now() };
      const sender = { ...rights, sendingStopped: false, messaging: OFFERED_SMS.messaging };
      const wallets = { shards: async () => [], move: async () => false };
      const result = await storeMessage(
        { ...deps, wallets, random: () => 0 },
        sender,
        async () => draft,
        request,
      ).catch((error: unknown) => error);
      if (result instanceof DomainError) expect(result.code).toBe('recipient-opted-out');
      else ids.push((result as { id: string }).id);
      expect(result instanceof DomainError).toBe((await stopped()) !== undefined);
    },
    stop: async () => void (await optOut(stopping, NUMBER, store(newId('opt')), audit)),
    /** whoever keeps it dies before it takes back what waits */
    halfStop: async () =>
      void (await cloud.choices.optOut({ ...store(newId('opt')), numberHash: NUMBER, ending: '78' }, audit)),
    async undo() {
      const optOutId = await stopped();
      if (optOutId !== undefined) await liftOptOut(deps, actor, optOutId, 'Asked for again');
    },
    async dispatch() {
      const jobs = ids.map((messageId) => ({ type: 'message' as const, tenantId, messageId }));
      const [first, ...rest] = jobs;
      if (first) await dispatch(deps, [first, ...rest]);
      await work();
    },
    async sweep(minutes = 3) {
      later(minutes * MINUTE);
      await sweep();
      await work();
    },
    async boxSends() {
      const given = cloud.attemptsFor(box.boxId).find((one) => !submitted.has(one));
      if (given === undefined || cloud.revokedFor(box.boxId).includes(given)) return;
      submitted.add(given);
      await say('submitted', given);
    },
    async boxRevokes() {
      for (const attempt of cloud.revokedFor(box.boxId)) if (!submitted.has(attempt)) await say('revoked', attempt);
    },
    async answersLost() {
      isLost = !isLost;
    },
  };
  /** how often a message was given to a route */
  const reached = () => cloud.attemptsFor(box.boxId).length + calls;
  return { acts, reached, stopped, found, cloud };
}
type Acts = ReturnType<typeof office>['acts'];
type Name = Exclude<keyof Acts, 'send'>;

const names = ['stop', 'halfStop', 'undo', 'dispatch', 'sweep', 'boxSends', 'boxRevokes', 'answersLost'] as const;
const step = fc.oneof(
  fc.constant({ name: 'send in 90 days', run: (acts: Acts) => acts.send('modem', 90) }),
  fc.constant({ name: '80 days pass', run: (acts: Acts) => acts.sweep((80 * DAY) / MINUTE) }),
  fc.constantFrom<Name>(...names).map((name) => ({ name, run: (acts: Acts) => acts[name]() })),
  fc
    .constantFrom('modem', 'smsapi')
    .map((route) => ({ name: `send by ${route}`, run: (acts: Acts) => acts.send(route) })),
);

it('B3 G4 in whatever order: nothing reaches a route while a STOP holds, and all credits of what was stopped come back', async () => {
  const steps = fc.array(step, { minLength: 3, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      const { acts, reached, stopped, found, cloud } = office();
      for (const { run } of some) {
        const [held, before] = [await stopped(), reached()];
        await run(acts);
        if (held !== undefined && (await stopped()) === held) expect(reached()).toBe(before);
        const { granted, available, reserved, consumed } = cloud.wallet;
        expect(available + reserved + consumed).toBe(granted);
      }
      // The stream tells of it again, all are looked at again, and the box answers.
      await acts.stop();
      await acts.sweep(70);
      await acts.boxRevokes();
      const states = (await found()).map(({ state }) => state);
      expect(states.filter((state) => ['scheduled', 'accepted', 'handed-over'].includes(state))).toEqual([]);
      // A call without an answer may have sent it: its credits stay until somebody knows.
      const inDoubt = states.filter((state) => state === 'unconfirmed' || state === 'calling');
      expect(cloud.wallet.reserved).toBe(inDoubt.length);
    }),
    { numRuns: 300 },
  );
});
