import { REPEATS_AT_MOST } from '../../../contract/message-delivery.ts';
import { messageReason } from '../../../contract/message-reasons.ts';
import type { MessageState } from '../../../contract/message-states.ts';
import { after, MINUTE } from '../shared/clock.ts';
import type { Message } from './model.ts';
import type { Step } from './ports.ts';

/** How long a late delivery report may still prove an attempt before the message is sent again. */
export const PATIENCE_FOR_REPORTS = 10 * MINUTE;

const NOT_SENT: readonly MessageState[] = ['failed', 'expired', 'cancelled'];

/** Whether an attempt before the present one may have been sent: then nothing that becomes of this one proves that none was. */
const isRepeated = ({ repeatsLeft }: Message) => repeatsLeft !== undefined && repeatsLeft < REPEATS_AT_MOST;

/**
 * A step as it is true of a message that is to come at least once (B1); of all others as it is. Both stores of messages take each step by it:
 * an unconfirmed attempt is looked at again; and what was sent again and certainly did not go this time stays unconfirmed, its
 * credits with it, unless a person decides.
 */
export function stepOfRepeated(message: Message, step: Step): Step {
  if (message.repeatsLeft === undefined) return step;
  if (isRepeated(message) && message.state !== 'unconfirmed' && NOT_SENT.includes(step.to)) {
    const why = [step.to, step.detail ?? step.by].filter((one) => one !== undefined).join(': ');
    return { ...step, to: 'unconfirmed', detail: messageReason('earlierMayBeSent', { what: why }) };
  }
  if (step.to !== 'unconfirmed' || message.repeatsLeft === 0 || message.withdrawal?.to === 'cancelled') return step;
  const lookAt = after(step.bookedAt, PATIENCE_FOR_REPORTS);
  return lookAt.toISOString() < message.expiresAt ? { ...step, lookAt } : step;
}

/** How many times it was sent again, that goes into its timeline. */
export const repeatDetail = ({ repeatsLeft = 0 }: Message) =>
  messageReason('sentAgain', { time: REPEATS_AT_MOST - repeatsLeft + 1, most: REPEATS_AT_MOST });
