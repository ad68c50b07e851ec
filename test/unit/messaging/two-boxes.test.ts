import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AttemptEvent, Downlink } from '../../../contract/edge.ts';
import { takeOutOfUse, useAgain } from '../../../functions/domain/edge/out-of-use.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { cancelMessage } from '../../../functions/domain/messaging/cancel-message.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';

/** What the contract promises of a box: each attempt is sent once at most, and never after it was revoked. */
class BoxByContract {
  readonly box = readyBox({ tenantId });
  readonly sent: string[] = [];
  readonly #known = new Map<string, AttemptEvent['type']>();
  readonly events: AttemptEvent[] = [];

  take(message: Downlink): void {
    if (message.type !== 'attempts' && message.type !== 'revoke') return;
    for (const { attemptId, received } of message.attempts) {
      const known = this.#known.get(attemptId);
      // It never forgets: the cloud takes what another box told of, or of an earlier attempt, for this one.
      if (received && !known) throw new Error(`told of ${attemptId} only by the cloud`);
      if (message.type === 'attempts' && !known) this.#become(attemptId, 'received');
      else if (message.type === 'revoke' && (!known || known === 'received')) this.#become(attemptId, 'revoked');
      else if (known) this.#tell(attemptId, known);
    }
  }

  send(): void {
    const [open] = [...this.#known].find(([, type]) => type === 'received') ?? [];
    if (!open) return;
    this.sent.push(open);
    this.#become(open, 'submitted');
  }

  #become(attemptId: string, type: AttemptEvent['type']): void {
    this.#known.set(attemptId, type);
    this.#tell(attemptId, type);
  }

  #tell(attemptId: string, type: AttemptEvent['type']): void {
    const parts = type === 'submitted' && { parts: 1, partsSubmitted: 1 };
    this.events.push({ type, attemptId, at: '2026-11-21T10:00:00.000Z', ...parts } as AttemptEvent);
  }
}

it('B1 gives a message to the radio once, whatever is moved, cancelled, lost, doubled and overtaken between cloud and two boxes', async () => {
  const pick = fc.nat(30);
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constantFrom('deliver', 'deliver and keep', 'tell', 'tell and keep'), pick }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('send'), pick }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('lose', 'out of use', 'in use', 'cancel'), pick }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('sweep'), pick }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), async (acts) => {
      const cloud = memoryMessaging(tenantId);
      const boxes = [new BoxByContract(), new BoxByContract()];
      for (const { box } of boxes) cloud.addBox(box);
      const { messageId } = cloud.putMessage(acceptedMessage({ tenantId }));
      const stray: AttemptEvent[] = [];
      const hint = () => dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
      await hint();
      // From here on the attempt and its revoke are on the way together.
      await takeOutOfUse(cloud, tenantId, boxes[0]?.box.boxId ?? '', { reason: 'why', by: 'emp_1' });
      await sweepTenant(cloud, tenantId);
      for (const step of acts) {
        const one = boxes[step.pick % 2] as BoxByContract;
        const message = cloud.sent[step.pick % cloud.sent.length];
        const told = boxes.flatMap((teller) => teller.events.map((event) => ({ teller, event })));
        const { teller, event } = told[step.pick % told.length] ?? {};
        if (step.do.startsWith('deliver') && message)
          boxes.find(({ box }) => box.boxId === message.boxId)?.take(message.message);
        if ((step.do === 'deliver' || step.do === 'lose') && message) cloud.sent.splice(cloud.sent.indexOf(message), 1);
        if (step.do.startsWith('tell') && teller && event)
          await applyEdgeEvents(
            { ...cloud, onStray: (heard) => void stray.push(heard) },
            teller.box,
            teller.box.journalId,
            [event],
          );
        if (step.do === 'tell' && teller && event) teller.events.splice(teller.events.indexOf(event), 1);
        if (step.do === 'send') one.send();
        if (step.do === 'out of use')
          await takeOutOfUse(cloud, tenantId, one.box.boxId, { reason: 'why', by: 'emp_1' });
        if (step.do === 'in use') await useAgain(cloud, tenantId, one.box.boxId);
        if (step.do === 'cancel')
          await cancelMessage({ ...cloud, hintLost: () => {} }, tenantId, messageId, 'emp_1').catch(() => {});
        cloud.setNow(new Date(cloud.clock.now().getTime() + 120_000));
        if (step.do === 'sweep') await sweepTenant(cloud, tenantId);
        expect(boxes.flatMap(({ sent }) => sent).length).toBeLessThanOrEqual(1);
      }
      const sent = boxes.flatMap(({ sent }) => sent).length;
      const found = await cloud.messages.find(tenantId, messageId);
      if (found?.state === 'cancelled') expect(sent).toBe(0);
      if (found?.state === 'submitted') expect(sent).toBe(1);
      expect(stray).toEqual([]);
      const { granted, available, reserved, consumed } = cloud.wallet;
      expect(available + reserved + consumed).toBe(granted);
    }),
    { numRuns: 500 },
  );
});
