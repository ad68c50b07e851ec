import type * as z from 'zod/mini';
import type { openedSession, session } from '../../../contract/routes/session.ts';
import type { LoggedIn } from './log-in.ts';
import type { Principal } from './principal.ts';

/** Who is logged in and what they may do, as the API says it. */
export function describeSession(principal: Principal): z.input<typeof session> {
  const { id, name, tenant, permissions, withheld, expiresAt } = principal;
  const company = principal.kind === 'contact' ? { companyId: principal.companyId } : {};
  return {
    tenant: { slug: tenant.slug, name: tenant.name },
    ...(principal.kind === 'api-token'
      ? { apiToken: { id, name } }
      : { [principal.kind]: { id, name, loginName: principal.loginName, ...company } }),
    ...(principal.kind !== 'api-token' && principal.mustChangeLoginData && { mustChangeLoginData: true }),
    ...(principal.kind !== 'api-token' && principal.pending && { pending: principal.pending }),
    permissions: [...permissions],
    ...(withheld?.size && { withheld: [...withheld].map(([permission, code]) => ({ permission, code })) }),
    expiresAt,
  };
}

/** What a login gives; with the token where a page of the agency's own site asked. */
export function describeOpened({
  token,
  principal,
}: Pick<LoggedIn, 'token' | 'principal'>): z.input<typeof openedSession> {
  const site = principal.kind === 'api-token' ? undefined : principal.site;
  return {
    ...describeSession(principal),
    ...(site && { accessToken: token, renewableUntil: site.renewableUntil }),
  };
}
