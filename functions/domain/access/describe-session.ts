import type * as z from 'zod/mini';
import type { session } from '../../../contract/routes/session.ts';
import type { Principal } from './principal.ts';

/** Who is logged in and what they may do, as the API says it. */
export function describeSession(principal: Principal): z.input<typeof session> {
  const { id, name, tenant, permissions, expiresAt } = principal;
  const company = principal.kind === 'contact' ? { companyId: principal.companyId } : {};
  return {
    tenant: { slug: tenant.slug, name: tenant.name },
    ...(principal.kind === 'api-token'
      ? { apiToken: { id, name } }
      : { [principal.kind]: { id, name, loginName: principal.loginName, ...company } }),
    ...(principal.kind !== 'api-token' && principal.mustChangeLoginData && { mustChangeLoginData: true }),
    permissions: [...permissions],
    expiresAt,
  };
}
