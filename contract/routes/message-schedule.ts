import * as z from 'zod/mini';
import { messageId } from '../fields.ts';
import type { Route } from '../route.ts';
import { sendAt } from '../send-at.ts';
import { message } from './messaging.ts';

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
} as const satisfies Record<string, Route>;
