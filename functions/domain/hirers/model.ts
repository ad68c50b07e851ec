import type { PlacementFields } from '../../../contract/routes/directory/placements.ts';
import type { Tenant } from '../directory/model.ts';

/** A contact of a company who is logged in: whom a hirer's view is made for. */
export interface Hirer {
  readonly tenant: Tenant;
  /** `con_…` */
  readonly contactId: string;
  readonly companyId: string;
  readonly requestId: string;
  /** the client's */
  readonly address: string;
}

/** Whether a placement runs on a day; its first and its last day count. */
export function runsOn(day: string, { from, until }: Pick<PlacementFields, 'from' | 'until'>): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** A worker's decision whether hirers see the shielded particulars (E1-7). */
export interface HirerConsent {
  readonly tenantId: string;
  readonly workerId: string;
  readonly given: boolean;
  /** ISO 8601 */
  readonly at: string;
  /** the worker, the employee or the API token who recorded it */
  readonly by: string;
  /** of the text that the worker was shown */
  readonly textVersion: string;
  /** goes up with each decision; 1 is that nobody ever decided */
  readonly version: number;
}
export const UNDECIDED = 1;

/** The contact's login, as staff see it. */
export interface HirerAccess {
  readonly tenantId: string;
  /** `con_…` */
  readonly contactId: string;
  readonly status: 'enabled' | 'withdrawn';
  /** as the contact types it; absent once it was withdrawn */
  readonly loginName?: string;
  /** goes up when all that was before ends: sessions of an older one are void */
  readonly epoch: number;
  /** goes up with each change */
  readonly version: number;
}
