import * as z from 'zod/mini';
import { EXPORT_STATES } from '../export-states.ts';
import { moment } from '../fields.ts';
import type { Route } from '../route.ts';
import { entryId } from './directory/entry.ts';
import { messageListFilter } from './messaging.ts';

export const messageExportId = entryId('exp', 'an export');

export const messageExport = z.object({
  id: messageExportId,
  state: z.enum(EXPORT_STATES).register(z.globalRegistry, {
    description: 'done: it can be downloaded',
  }),
  lines: z.int().register(z.globalRegistry, { description: 'Messages in it so far' }),
  createdAt: moment('What is accepted later is not in it'),
  expiresAt: moment('When it is gone'),
});

/** The message list as a file, of any size. Whoever asks for one is the only one who gets it. */
export const messageExportRoutes = {
  createMessageExport: {
    method: 'POST',
    path: '/v1/message-exports',
    function: 'api-messaging',
    summary: 'Have a list written into a CSV, in the background; its headings follow Accept-Language',
    access: 'messages:read',
    idempotencyKey: 'required',
    body: messageListFilter.register(z.globalRegistry, { examples: [{}] }),
    answer: { status: 202, schema: messageExport },
    errors: ['number-invalid', 'number-not-mobile', 'idempotency-key-reused'],
  },
} as const satisfies Record<string, Route>;
