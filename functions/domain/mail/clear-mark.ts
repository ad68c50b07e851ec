import type { Actor } from '../directory/entries/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { addressKey, type MailMarks } from './marks.ts';

/** Staff know that the address is good again: mails go to it from now on. @throws DomainError `not-found` */
export async function clearMark(
  { marks, clock, newId }: { marks: Pick<MailMarks, 'clear'>; clock: Clock; newId: NewId },
  { tenantId, id: by, requestId, address: from }: Actor,
  address: string,
): Promise<void> {
  const at = clock.now().toISOString();
  const audit = {
    ...{ tenantId, subjectId: 'mail-addresses', auditId: newId('aud'), at, by, requestId, address: from },
    action: 'mail-address-cleared',
  };
  if (!(await marks.clear(tenantId, addressKey(address), at, audit))) throw new DomainError('not-found');
}
