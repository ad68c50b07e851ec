import * as z from 'zod/mini';
import type { AuditLine } from '../../../domain/audit/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const auditItem = z.object({
  ...kind('audit'),
  tenantId: z.string(),
  subjectId: z.string(),
  auditId: z.string(),
  at: z.string(),
  by: z.string(),
  action: z.string(),
  requestId: z.optional(z.string()),
  address: z.optional(z.string()),
  changed: z.optional(z.array(z.string())),
  detail: z.optional(z.string()),
  shown: z.optional(z.object({ fields: z.array(z.string()), of: z.optional(z.array(z.string())) })),
});

export function auditLineOf(item: Item): AuditLine {
  const { requestId, address, changed, detail, shown, ...line } = bare(z.parse(auditItem, item));
  return {
    ...line,
    ...(requestId !== undefined && { requestId }),
    ...(address !== undefined && { address }),
    ...(changed && { changed }),
    ...(detail !== undefined && { detail }),
    ...(shown && { shown: { fields: shown.fields, ...(shown.of && { of: shown.of }) } }),
  };
}
