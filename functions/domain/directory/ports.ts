import type { AuditLine } from '../audit/model.ts';
import type { Tenant } from './model.ts';

export interface Directory {
  /** False, and nothing changed, when the short name is taken. */
  addTenant(tenant: Tenant, audit: readonly AuditLine[]): Promise<boolean>;
}
