import type * as z from 'zod/mini';
import type { auditLine } from '../../../contract/routes/audit.ts';
import type { AuditLine } from './model.ts';

/** A line as the API shows it. */
export function describeLine(line: AuditLine): z.input<typeof auditLine> {
  const { tenantId: _, subjectId: record, auditId: id, changed, shown, ...rest } = line;
  return {
    ...{ id, record, ...rest },
    ...(changed && { changed: [...changed] }),
    ...(shown && { shown: { fields: [...shown.fields], ...(shown.of && { of: [...shown.of] }) } }),
  };
}
