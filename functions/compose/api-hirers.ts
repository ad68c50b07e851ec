import { AuditTrailRepository } from '../adapters/dynamodb/audit-trail.ts';
import { HirerConsentRepository } from '../adapters/dynamodb/hirer-consent-repository.ts';
import { PlacedWorkerRepository } from '../adapters/dynamodb/placed-worker-repository.ts';
import { apiForSites } from './front.ts';
import { clock, newId, table } from './parts.ts';

export function apiHirers() {
  const one = table();
  return {
    view: {
      placed: new PlacedWorkerRepository(one),
      consents: new HirerConsentRepository(one),
      auditTrail: new AuditTrailRepository(one),
      clock,
      newId,
    },
    api: apiForSites(one),
  };
}
