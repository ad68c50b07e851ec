import * as z from 'zod/mini';
import { moment } from '../fields.ts';
import { EXPORT_LINK_MINUTES, messageExport, messageExportId } from '../message-export.ts';
import type { Route } from '../route.ts';

const params = z.object({ exportId: messageExportId });

/** Exports that were asked for, by the function that has to do with files. */
export const askedExportRoutes = {
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
