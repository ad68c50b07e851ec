import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Message } from './model.ts';
import type { Hurry, Messages } from './ports.ts';

export interface CancelDependencies {
  readonly messages: Messages;
  readonly hurry: Hurry;
  readonly clock: Clock;
  /** hears of a hint that could not be given; the next sweep asks the box */
  readonly hintLost: (error: unknown) => void;
}

/**
 * Cancels a message: at once while it is scheduled or in its lane; with its box it is withdrawn, and the box says whether that came in time. Asking again
 * changes nothing.
 * @param by the employee or API token that asks
 * @throws DomainError `not-found`, `message-not-cancellable`
 */
export async function cancelMessage(
  { messages, hurry, clock, hintLost }: CancelDependencies,
  tenantId: string,
  messageId: string,
  by: string,
): Promise<void> {
  for (;;) {
    const message = await messages.find(tenantId, messageId);
    if (!message) throw new DomainError('not-found');
    if (message.state === 'cancelled' || message.withdrawal?.to === 'cancelled') return;
    const at = clock.now();
    if (message.state === 'accepted' || message.state === 'scheduled') {
      if (await messages.step(message, { to: 'cancelled', at, bookedAt: at, by })) return;
    } else if (message.state === 'handed-over') {
      const entry = { event: 'cancel-requested', at: at.toISOString(), detail: by } as const;
      if (!(await messages.withdraw(message, { to: 'cancelled' }, at, entry))) continue;
      return hurry.push([{ type: 'message', tenantId, messageId }]).catch(hintLost);
    } else throw notCancellable(message);
  }
}

function notCancellable({ state }: Message): DomainError {
  return new DomainError('message-not-cancellable', {
    errors: [{ path: 'state', message: 'It is {state}', values: { state } }],
  });
}
