import type { HirerConsentBody } from '../../../contract/routes/hirer-consent.ts';
import type { Actor } from '../directory/entries/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { type HirerConsent, UNDECIDED } from './model.ts';
import type { HirerConsents } from './ports.ts';

export interface ConsentDependencies {
  readonly consents: HirerConsents;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Gives or withdraws a worker's consent (E1-7); hirers see it with their next request.
 *
 * @param version that was seen
 * @throws DomainError `not-found`, `changed-meanwhile`
 */
export async function decideConsent(
  { consents, clock, newId }: ConsentDependencies,
  { tenantId, id: by, requestId, address }: Actor,
  workerId: string,
  version: number,
  { given, textVersion }: HirerConsentBody,
): Promise<HirerConsent> {
  const before = await consents.find(tenantId, workerId);
  if ((before?.version ?? UNDECIDED) !== version) throw new DomainError('changed-meanwhile');
  const at = clock.now().toISOString();
  const consent: HirerConsent = { tenantId, workerId, given, at, by, textVersion, version: version + 1 };
  const result = await consents.decide(consent, {
    ...{ tenantId, subjectId: workerId, auditId: newId('aud'), at, by, requestId, address },
    action: given ? 'hirer-consent-given' : 'hirer-consent-withdrawn',
    detail: `text ${textVersion}`,
  });
  if (result === 'gone') throw new DomainError('not-found');
  if (result === 'changed') throw new DomainError('changed-meanwhile');
  return consent;
}
