import * as z from 'zod/mini';
import { e164, messageId } from '../../fields.ts';
import { messageState } from '../message-fields.ts';

export const count = (description: string) => z.int().register(z.globalRegistry, { description });
/** What is wrong with a batch, or with one of its lines. */
export const fault = z.object({ path: z.string(), message: z.string() });

export const batchLine = z.object({
  line: count('In the file, or in the selection'),
  to: z
    .string()
    .register(z.globalRegistry, { description: 'The number; of a line that gets no message what stands there' }),
  number: z.optional(e164),
  recordId: z.optional(z.string()),
  text: z.optional(z.string()).register(z.globalRegistry, { description: 'As it arrives on the phone' }),
  parts: z.optional(z.int()),
  messageId: z
    .optional(messageId)
    .register(z.globalRegistry, { description: 'Absent until the message is in its lane' }),
  state: z.optional(messageState),
  reason: z.optional(z.string()).register(z.globalRegistry, {
    description: 'Why its message is in this state, as it is stored; the message itself says it in words',
  }),
  duplicate: z.optional(z.boolean()),
  errors: z.optional(z.array(fault)).register(z.globalRegistry, { description: 'Why it gets no message' }),
});
