import type { PlacementFields } from '../../../contract/routes/directory/placements.ts';
import type { WorkerFields } from '../../../contract/routes/directory/workers.ts';
import type { AuditLine } from '../audit/model.ts';
import type { Entry } from '../directory/entries/model.ts';
import type { HirerConsent } from './model.ts';

/** Where a placement stands at its company, before the placement itself is read. */
export interface PlacedRow {
  readonly workerId: string;
  readonly placementId: string;
  readonly from: string;
  readonly until?: string;
  /** its place, to go on after */
  readonly sort: string;
}

export interface PlacedWorkers {
  /** The company's placements that have not ended long ago, by worker; after a place, or after all of a worker's. */
  rows(
    tenantId: string,
    companyId: string,
    query: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<{ rows: PlacedRow[]; next?: string }>;
  /** The place after all rows of a worker. */
  afterWorker(workerId: string): string;
  /** Those of one worker that end on that day or later. */
  rowsOf(tenantId: string, companyId: string, workerId: string, day: string): Promise<PlacedRow[]>;
  /** Without those that are gone meanwhile. */
  placements(tenantId: string, ids: readonly string[]): Promise<Entry<PlacementFields>[]>;
  workers(tenantId: string, ids: readonly string[]): Promise<Entry<WorkerFields>[]>;
}

export interface HirerConsents {
  find(tenantId: string, workerId: string): Promise<HirerConsent | undefined>;
  /** `changed`: it is no longer in the version before this one; `gone`: there is no such worker any more. */
  decide(consent: HirerConsent, audit: AuditLine): Promise<'done' | 'changed' | 'gone'>;
}
