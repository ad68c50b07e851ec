import type { Tenant } from './model.ts';

export interface Directory {
  /** False, and nothing changed, when the short name is taken. */
  addTenant(tenant: Tenant): Promise<boolean>;
}
