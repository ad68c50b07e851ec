import * as z from 'zod/mini';
import { moment } from '../../fields.ts';
import type { Route } from '../../route.ts';
import { entryId } from '../directory/entry.ts';

export const uploadId = entryId('upl', 'an upload');

/** For which the form is taken. */
export const UPLOAD_MINUTES = 15;

export const recipientUpload = z.object({
  id: uploadId,
  url: z.string().register(z.globalRegistry, { description: 'Where the form is sent, by POST as multipart/form-data' }),
  fields: z.record(z.string(), z.string()).register(z.globalRegistry, {
    description: 'Each is a field of the form; after them comes the file itself as the field `file`',
  }),
  until: moment('The form is refused after this moment'),
  mostBytes: z.int().register(z.globalRegistry, { description: 'A larger file is refused' }),
});

export const uploadRoutes = {
  createRecipientUpload: {
    method: 'POST',
    repeated: 'own',
    path: '/v1/recipient-uploads',
    function: 'api-batches',
    summary: 'An address to which a CSV of recipients can be uploaded, for a batch of messages',
    access: 'messages:send',
    answer: { status: 201, schema: recipientUpload },
    errors: [],
  },
} as const satisfies Record<string, Route>;
