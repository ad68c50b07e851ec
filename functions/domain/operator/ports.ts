import type { Tenant } from '../directory/model.ts';

/** Every agency of the installation; the operators' own is none of them. */
export interface Tenants {
  find(tenantId: string): Promise<Tenant | undefined>;
  /** Newest first; one that was just made may be missing for some moments. `next` is the id to go on before. */
  page(limit: number, before?: string): Promise<{ items: Tenant[]; next?: string }>;
}
