import type { Message } from '../../domain/messaging/model.ts';
import type { Step } from '../../domain/messaging/ports.ts';
import { countWrites } from './batch-counts.ts';
import { creditWrites, stepWrite } from './message-step-writes.ts';
import type { Write } from './table.ts';

/**
 * The same step of several messages of one batch whose credits are reserved: a write for each, and one for all of them where they are booked and
 * counted. They come first, in their order.
 */
export function cancelWrites(messages: readonly [Message, ...Message[]], step: Step): [Write, ...Write[]] {
  const [first, ...others] = messages;
  const credits = messages.reduce((sum, message) => sum + message.credits, 0);
  return [
    stepWrite(first, step),
    ...others.map((message) => stepWrite(message, step)),
    ...creditWrites({ ...first, credits }, step),
    ...countWrites(messages, step.to),
  ];
}
