import type { AuditLine } from '../../audit/model.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Actor } from './model.ts';

/** The line of a change that somebody made by a request. */
export function auditLine(
  newId: NewId,
  { tenantId, id: by, requestId, address }: Actor,
  subjectId: string,
  at: string,
  what: Pick<AuditLine, 'action' | 'changed' | 'detail'>,
): AuditLine {
  return { tenantId, subjectId, auditId: newId('aud'), at, by, requestId, address, ...what };
}
