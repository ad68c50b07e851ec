import type { AuditTrail } from '../audit/ports.ts';
import { localDay } from '../directory/local-day.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import type { Hirer } from './model.ts';
import type { HirerConsents, PlacedWorkers } from './ports.ts';
import { readPlaced } from './read-placed.ts';
import { shownInView } from './shown-to-hirers.ts';

export interface HirerViewDependencies {
  readonly placed: PlacedWorkers;
  readonly consents: Pick<HirerConsents, 'find'>;
  readonly auditTrail: AuditTrail;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * A worker placed at the hirer's company today. Who saw what is written down before it is shown.
 *
 * @throws DomainError `not-found`: not placed there now, or no such worker, alike
 */
export async function viewWorker(
  { placed, consents, auditTrail, clock, newId }: HirerViewDependencies,
  { tenant, contactId, companyId, requestId, address }: Hirer,
  workerId: string,
): Promise<ReturnType<typeof shownInView>> {
  const { tenantId } = tenant;
  const now = clock.now();
  const day = localDay(tenant.country, now);
  const rows = await placed.rowsOf(tenantId, companyId, workerId, day);
  const [found] = await readPlaced(placed, { tenantId, companyId, day }, rows);
  if (!found) throw new DomainError('not-found');
  const consent = (await consents.find(tenantId, workerId))?.given === true;
  const shown = shownInView(found, { consent });
  await auditTrail.add({
    ...{
      tenantId,
      subjectId: workerId,
      auditId: newId('aud'),
      at: now.toISOString(),
      by: contactId,
      requestId,
      address,
    },
    action: 'seen-by-hirer',
    shown: { fields: Object.keys(shown).sort() },
  });
  return shown;
}
