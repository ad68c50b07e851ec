import type { AuditLine } from '../audit/model.ts';
import type { Actor } from '../directory/entries/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';

/** Which numbers an agency sends to (E4-17); with an empty list the numbering plans alone decide. */
export interface MobilePrefixes {
  /** `+316` */
  readonly prefixes: readonly string[];
  /** 0 before the first change */
  readonly version: number;
}

export interface MobilePrefixStore {
  find(tenantId: string): Promise<MobilePrefixes>;
  /** False when it is no longer in that version. */
  replace(tenantId: string, next: MobilePrefixes, audit: AuditLine): Promise<boolean>;
}

export interface MobilePrefixDependencies {
  readonly store: MobilePrefixStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Counts for the next message on. @throws DomainError `changed-meanwhile` */
export async function changeMobilePrefixes(
  { store, clock, newId }: MobilePrefixDependencies,
  { tenantId, id: by, requestId, address }: Actor,
  version: number,
  prefixes: readonly string[],
): Promise<MobilePrefixes> {
  const next = { prefixes: [...prefixes].sort(), version: version + 1 };
  const audit: AuditLine = {
    ...{ tenantId, subjectId: 'mobile-prefixes', auditId: newId('aud'), at: clock.now().toISOString() },
    ...{ by, requestId, address, action: 'changed', changed: ['prefixes'] },
  };
  if (!(await store.replace(tenantId, next, audit))) throw new DomainError('changed-meanwhile');
  return next;
}
