import * as z from 'zod/mini';
import { CHOICE_REFUSALS } from '../choice-refusals.ts';
import { MAX_COPIES } from '../copies-at-most.ts';
import { messageId } from '../fields.ts';
import type { Route } from '../route.ts';
import { message } from './messaging.ts';

/** Why one of several messages was not sent once more. */
const COPY_REFUSALS = [
  'not-found',
  'message-not-ended',
  'code-refused',
  'insufficient-credit',
  'sending-stopped',
  'text-too-long',
  ...CHOICE_REFUSALS,
] as const;

export const copiedMessage = z.object({
  copyOf: messageId,
  id: z.optional(messageId).register(z.globalRegistry, { description: 'The copy; absent where none was made' }),
  refused: z.optional(z.enum(COPY_REFUSALS)).register(z.globalRegistry, { description: 'Why no copy was made' }),
});

/** What a person decides on messages that have come to their end, or that nobody knows the end of. */
export const messageDecisionRoutes = {
  resendMessages: {
    method: 'POST',
    path: '/v1/message-copies',
    function: 'api-messaging',
    summary: 'Send messages once more, each as a copy that names its origin',
    access: 'messages:send',
    idempotencyKey: 'required',
    body: z.strictObject({
      messageIds: z.array(messageId).check(
        z.minLength(1, 'Name the messages'),
        z.maxLength(MAX_COPIES, `At most ${MAX_COPIES} messages in one request`),
        z.refine((ids) => new Set(ids).size === ids.length, 'Name each message once'),
      ),
    }),
    answer: { status: 202, schema: z.object({ items: z.array(copiedMessage) }) },
    errors: ['idempotency-key-reused'],
  },
  resolveMessage: {
    method: 'POST',
    repeated: 'state',
    path: '/v1/messages/{messageId}/resolution',
    function: 'api-messaging',
    summary: 'Decide on an unconfirmed message',
    access: 'messages:send',
    evenWhileOff: true,
    params: z.object({ messageId }),
    body: z.strictObject({
      outcome: z.enum(['sent', 'not-sent'], 'Say sent or not-sent').register(z.globalRegistry, {
        description:
          'What you found out, from the recipient or the operator of the SIM card. After not-sent its credits come back and it may be sent ' +
          'again: if it had gone after all, the recipient gets it twice',
      }),
    }),
    answer: { status: 200, schema: message },
    errors: ['not-found', 'message-not-unconfirmed'],
  },
} as const satisfies Record<string, Route>;
