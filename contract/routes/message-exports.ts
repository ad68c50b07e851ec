import * as z from 'zod/mini';
import { messageExport } from '../message-export.ts';
import type { Route } from '../route.ts';
import { messageListFilter } from './messaging.ts';

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
    errors: ['number-invalid', 'idempotency-key-reused'],
  },
} as const satisfies Record<string, Route>;
