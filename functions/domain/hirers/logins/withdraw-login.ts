import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { HirerAccess } from '../model.ts';
import type { HirerLogins } from './ports.ts';

export interface WithdrawLoginDependencies {
  readonly logins: HirerLogins;
  readonly clock: Clock;
  readonly newId: NewId;
  /** hears of sessions and devices that were left */
  readonly sessionsLeft: (error: unknown) => void;
}

/** The contact may accept an invitation at the same moment. */
const ROUNDS = 5;

/**
 * Takes a contact's login away, and an invitation that is still open. Sessions end with their next request. Nothing is
 * done where there is neither.
 *
 * @throws DomainError `not-found` when the contact is removed meanwhile
 */
export async function withdrawLogin(
  { logins, clock, newId, sessionsLeft }: WithdrawLoginDependencies,
  { tenantId, id: by, requestId, address }: Actor,
  contactId: string,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const { access, invitation } = await logins.find(tenantId, contactId);
    if (access?.status !== 'enabled' && !invitation) return;
    const next: HirerAccess = {
      ...{ tenantId, contactId, status: 'withdrawn' },
      ...{ epoch: (access?.epoch ?? 0) + 1, version: (access?.version ?? 0) + 1 },
    };
    const result = await logins.withdraw(access, next, {
      ...{ tenantId, subjectId: contactId, auditId: newId('aud'), at: clock.now().toISOString(), by },
      ...{ requestId, address },
      action: 'hirer-login-withdrawn',
    });
    if (result === 'gone') throw new DomainError('not-found');
    if (result === 'changed') continue;
    await logins.removeTraces(tenantId, contactId).catch(sessionsLeft);
    return;
  }
  throw new DomainError('temporarily-unavailable');
}
