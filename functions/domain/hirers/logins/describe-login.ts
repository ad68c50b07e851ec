import type * as z from 'zod/mini';
import type { hirerLogin } from '../../../../contract/routes/hirer-logins.ts';
import type { HirerLogins } from './ports.ts';

/** A contact's login as staff see it. */
export async function describeLogin(
  logins: Pick<HirerLogins, 'find'>,
  tenantId: string,
  contactId: string,
  now: Date,
): Promise<z.input<typeof hirerLogin>> {
  const { access, invitation } = await logins.find(tenantId, contactId);
  const open = invitation && new Date(invitation.expiresAt) > now && invitation.epoch === (access?.epoch ?? 0);
  return {
    status: access?.status ?? 'none',
    ...(access?.loginName !== undefined && { loginName: access.loginName }),
    ...(open && { invitedUntil: invitation.expiresAt }),
  };
}
