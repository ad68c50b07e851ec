import * as z from 'zod/mini';
import { MAIL_OUTCOMES } from '../../../../contract/mail-outcomes.ts';
import type { Notification } from '../../../domain/notifications/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const notificationItem = z.object({
  ...kind('notification'),
  tenantId: z.string(),
  subjectId: z.string(),
  notificationId: z.string(),
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  /** under another name than a message has its id, so that it stands in none of their lists */
  message: z.optional(z.string()),
  mailTo: z.optional(z.array(z.string())),
  mail: z.optional(z.enum(MAIL_OUTCOMES)),
});

export function notificationOf(item: Item): Notification {
  const { mail, mailTo, message, ...rest } = bare(z.parse(notificationItem, item));
  return {
    ...rest,
    ...(message !== undefined && { messageId: message }),
    ...(mailTo && { mailTo }),
    ...(mail !== undefined && { mail }),
  };
}
