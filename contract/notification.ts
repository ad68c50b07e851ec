import * as z from 'zod/mini';
import { messageId, moment } from './fields.ts';
import { MAIL_OUTCOMES } from './mail-outcomes.ts';

/** A dated line in the file of a worker, contact, company or employee. */
export const notification = z.object({
  id: z.string(),
  at: moment('When'),
  by: z.string().register(z.globalRegistry, { description: 'Id of who did it; `system` for what happened by itself' }),
  kind: z.string(),
  mail: z.optional(z.enum(MAIL_OUTCOMES)),
  messageId: z.optional(messageId),
});
