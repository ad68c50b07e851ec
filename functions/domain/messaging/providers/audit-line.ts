import type { AuditLine } from '../../audit/model.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import type { NewId } from '../../shared/ids.ts';

export function auditLine(
  { clock, newId }: { readonly clock: Clock; readonly newId: NewId },
  { tenantId, id: by, requestId, address }: Actor,
  subjectId: string,
  said: Pick<AuditLine, 'action' | 'changed' | 'detail'>,
): AuditLine {
  const at = clock.now().toISOString();
  return { ...{ tenantId, subjectId, auditId: newId('aud'), at, by, requestId, address }, ...said };
}
