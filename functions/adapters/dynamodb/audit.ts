import type { AuditLine } from '../../domain/audit/model.ts';
import { missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Write } from './table.ts';

/** Goes with the write that it tells of. Nothing ever changes or removes it: no function has a use case that would. */
export function auditPut(line: AuditLine): Write {
  return {
    put: { ...keys.audit(line.tenantId, line.subjectId, line.auditId), type: 'audit', v: 1, ...line },
    condition: missing('pk'),
  };
}
