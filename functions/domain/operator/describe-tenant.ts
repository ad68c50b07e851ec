import type * as z from 'zod/mini';
import type { operatedTenant } from '../../../contract/routes/operator/tenants.ts';
import type { Tenant } from '../directory/model.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Tenants } from './ports.ts';

/** An agency as operators see it: how it is set up, and nothing of its people or messages. */
export function describeTenant(tenant: Tenant): z.input<typeof operatedTenant> {
  const { tenantId: id, slug, name, country, language, pricePer, walletShards, sendingStopped } = tenant;
  return { id, slug, name, country, language, pricePer, walletShards, sendingStopped };
}

/** @throws DomainError `not-found` */
export async function findTenant(tenants: Pick<Tenants, 'find'>, tenantId: string): Promise<Tenant> {
  const tenant = await tenants.find(tenantId);
  if (!tenant) throw new DomainError('not-found');
  return tenant;
}
