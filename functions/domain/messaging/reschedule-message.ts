import { after } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { CancelDependencies } from './cancel-message.ts';
import { hintWhenDue, sendAtOf } from './schedule.ts';
import { LIFETIME } from './store-message.ts';

/**
 * Has a scheduled message go at another moment, or at once where none is said; its age counts from then.
 *
 * @param by the employee or API token that asks
 * @throws DomainError `not-found`, `message-not-scheduled`, `invalid-request` as sendAtOf
 */
export async function rescheduleMessage(
  dependencies: CancelDependencies,
  tenantId: string,
  messageId: string,
  sendAt: string | undefined,
  by: string,
): Promise<void> {
  const { messages, clock } = dependencies;
  const now = clock.now();
  const dueAt = sendAt === undefined ? now : sendAtOf(sendAt, now);
  for (;;) {
    const message = await messages.find(tenantId, messageId);
    if (!message) throw new DomainError('not-found');
    const { state } = message;
    if (state !== 'scheduled')
      throw new DomainError('message-not-scheduled', {
        errors: [{ path: 'state', message: 'It is {state}', values: { state } }],
      });
    const detail = `${by}: ${dueAt.toISOString()}`;
    const entry = { event: 'scheduled', at: now.toISOString(), detail } as const;
    if (await messages.reschedule(message, dueAt, after(dueAt, LIFETIME), entry)) break;
  }
  await hintWhenDue(dependencies, { tenantId, messageId }, dueAt.getTime() - now.getTime());
}
