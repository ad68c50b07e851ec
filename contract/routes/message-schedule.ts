import * as z from 'zod/mini';
import { messageId } from '../fields.ts';
import type { Route } from '../route.ts';
import { sendAt } from '../send-at.ts';
import { senderName } from '../sender-name.ts';
import { messageText, textOrTemplate } from './message-fields.ts';
import { messageTemplateId } from './message-templates.ts';
import { message } from './messaging.ts';

const newText = z
  .strictObject({
    text: z.optional(messageText),
    templateId: z.optional(messageTemplateId).register(z.globalRegistry, {
      description: 'In place of a text: its fields are filled in from the record that the SMS goes to',
    }),
    senderName: z.optional(senderName).register(z.globalRegistry, { description: 'Absent: the agency’s' }),
  })
  .check(textOrTemplate)
  .register(z.globalRegistry, { examples: [{ text: 'Goedemorgen' }] });
export type NewText = z.output<typeof newText>;

export const messageScheduleRoutes = {
  rescheduleMessage: {
    method: 'PUT',
    path: '/v1/messages/{messageId}/schedule',
    function: 'api-messaging',
    summary: 'Have a scheduled SMS go at another moment, or at once. Until then it can be cancelled too',
    access: 'messages:send',
    params: z.object({ messageId }),
    body: z.strictObject({ sendAt: z.optional(sendAt).register(z.globalRegistry, { description: 'Absent: at once' }) }),
    answer: { status: 200, schema: message },
    errors: ['not-found', 'message-not-scheduled'],
  },
  rewriteMessage: {
    method: 'PUT',
    path: '/v1/messages/{messageId}/text',
    function: 'api-messaging',
    summary:
      'Give a scheduled SMS another text, until it is due. What it costs more is reserved, what it costs less comes back',
    access: 'messages:send',
    params: z.object({ messageId }),
    body: newText,
    answer: { status: 200, schema: message },
    errors: [
      ...(['not-found', 'message-not-scheduled', 'action-not-possible', 'insufficient-credit'] as const),
      ...(['number-invalid', 'number-not-mobile', 'text-too-long', 'sender-name-fixed'] as const),
      ...(['template-field-empty', 'recipient-opted-out', 'marketing-not-agreed'] as const),
    ],
  },
} as const satisfies Record<string, Route>;
