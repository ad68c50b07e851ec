import * as z from 'zod/mini';
import { EXPORT_STATES } from '../../../../contract/message-export.ts';
import type { MessageExport } from '../../../domain/messaging/exports/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';
import { known } from './known.ts';

const text = z.optional(z.string());
const messageExportItem = z.object({
  ...kind('message-export'),
  tenantId: z.string(),
  exportId: z.string(),
  state: z.enum(EXPORT_STATES),
  by: z.string(),
  language: z.enum(['nl', 'de', 'pl', 'en']),
  filter: z.object({
    ...{ state: text, to: text, recordId: text, templateId: text, batchId: text, event: text, by: text, route: text },
    ...{ from: text, until: text, text },
  }),
  createdAt: z.string(),
  expiresAt: z.string(),
  upload: z.optional(z.object({ key: z.string(), uploadId: z.string() })),
  pieces: z.array(z.object({ number: z.number(), etag: z.string() })),
  tail: text,
  reached: text,
  written: z.optional(z.literal(true)),
  lines: z.number(),
  version: z.number(),
  heldUntil: text,
});

export function messageExportOf(item: Item): MessageExport {
  const { filter, ...rest } = known(bare(z.parse(messageExportItem, item)));
  return { ...rest, filter: known(filter) };
}
