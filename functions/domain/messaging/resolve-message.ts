import { messageReason } from '../../../contract/message-reasons.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Messages } from './ports.ts';

/** What the person found out: by asking the recipient, or from the operator's list of calls. */
export type Resolution = 'sent' | 'not-sent';

/**
 * Ends the doubt about an unconfirmed message by a person's word. `not-sent` gives the credits back, and the message may be sent again:
 * if it had gone after all, it arrives twice, which the person takes upon them.
 *
 * @param by the employee or API token
 * @throws DomainError `not-found`, `message-not-unconfirmed`
 */
export async function resolveMessage(
  { messages, clock }: { readonly messages: Messages; readonly clock: Clock },
  tenantId: string,
  messageId: string,
  resolution: Resolution,
  by: string,
): Promise<void> {
  for (;;) {
    const message = await messages.find(tenantId, messageId);
    if (!message) throw new DomainError('not-found');
    if (message.state !== 'unconfirmed')
      throw new DomainError('message-not-unconfirmed', {
        errors: [{ path: 'state', message: 'It is {state}', values: { state: message.state } }],
      });
    const at = clock.now();
    const detail = messageReason(resolution === 'sent' ? 'saidSent' : 'saidNotSent', { who: by });
    const to = resolution === 'sent' ? 'submitted' : 'failed';
    if (await messages.step(message, { to, at, bookedAt: at, detail })) return;
  }
}
