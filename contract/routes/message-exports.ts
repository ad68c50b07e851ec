import * as z from 'zod/mini';
import { EXPORT_LINK_MINUTES, EXPORT_STATES } from '../export-states.ts';
import { moment } from '../fields.ts';
import type { Route } from '../route.ts';
import { entryId } from './directory/entry.ts';
import { messageListFilter } from './messaging.ts';

export const messageExportId = entryId('exp', 'an export');
const params = z.object({ exportId: messageExportId });

export const messageExport = z.object({
  id: messageExportId,
  state: z.enum(EXPORT_STATES).register(z.globalRegistry, {
    description: 'running: it is being written. done: it can be downloaded until `expiresAt`',
  }),
  lines: z.int().register(z.globalRegistry, { description: 'Messages that are in the file so far' }),
  createdAt: moment('When it was asked for: messages that are accepted later are not in it'),
  expiresAt: moment('When it is gone'),
});

/** The message list as a file, of any size. Whoever asks for one is the only one who gets it. */
export const messageExportRoutes = {
  createMessageExport: {
    method: 'POST',
    path: '/v1/message-exports',
    function: 'api-messaging',
    summary:
      'Have all messages of a list written into a CSV, in the background. The headings are in the language of Accept-Language',
    access: 'messages:read',
    idempotencyKey: 'required',
    body: messageListFilter.register(z.globalRegistry, { examples: [{}] }),
    answer: { status: 202, schema: messageExport },
    errors: ['number-invalid', 'number-not-mobile', 'idempotency-key-reused'],
  },
  getMessageExport: {
    method: 'GET',
    path: '/v1/message-exports/{exportId}',
    function: 'api-batches',
    summary: 'How far an export is that you asked for',
    access: 'messages:read',
    params,
    answer: { status: 200, schema: messageExport },
    errors: ['not-found'],
  },
  linkMessageExport: {
    method: 'POST',
    repeated: 'own',
    path: '/v1/message-exports/{exportId}/link',
    function: 'api-batches',
    summary: `An address that gives the file of an export that you asked for, for ${EXPORT_LINK_MINUTES} minutes`,
    access: 'messages:read',
    params,
    answer: {
      status: 201,
      schema: z.object({
        url: z
          .string()
          .register(z.globalRegistry, { description: 'Whoever has it gets the file: keep it to yourself' }),
        until: moment('It gives the file until then'),
      }),
    },
    errors: ['not-found', 'export-not-done'],
  },
} as const satisfies Record<string, Route>;
