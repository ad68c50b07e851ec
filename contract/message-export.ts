import * as z from 'zod/mini';
import { moment } from './fields.ts';
import { entryId } from './routes/directory/entry.ts';

export const EXPORT_STATES = ['running', 'done'] as const;
/** A link to a file of messages is good for so long. */
export const EXPORT_LINK_MINUTES = 5;

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
