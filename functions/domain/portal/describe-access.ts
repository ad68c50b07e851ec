import type * as z from 'zod/mini';
import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { portalAccess } from '../../../contract/routes/portal-access.ts';
import { DomainError } from '../shared/domain-error.ts';
import { type Correspondence, planMail } from './mail-plan.ts';
import { noAccessYet, type PortalAccess, possibleActions } from './model.ts';
import type { Correspondences, PortalAccesses } from './ports.ts';

/** A worker's access as staff see it, and what would become of a mail now. @throws DomainError `not-found` */
export async function readAccess(
  { accesses, correspondences }: { accesses: PortalAccesses; correspondences: Correspondences },
  tenantId: string,
  workerId: string,
): Promise<{
  access: z.input<typeof portalAccess>;
  expected: Exclude<MailOutcome, 'sent' | 'not-confirmed'> | 'sent';
}> {
  const correspondence = await correspondences.of(tenantId, workerId);
  if (!correspondence) throw new DomainError('not-found');
  const access = (await accesses.find(tenantId, workerId)) ?? noAccessYet(tenantId, workerId);
  const plan = planMail(correspondence);
  return { access: describeAccess(access, correspondence), expected: plan.kind === 'send' ? 'sent' : plan.outcome };
}

/** The password never shows: there is none to be read. */
export function describeAccess(
  { status, cause, loginName, issuedUntil }: PortalAccess,
  { settings, worker }: Correspondence,
): z.input<typeof portalAccess> {
  const { website } = settings.correspondence;
  return {
    status,
    ...(cause !== undefined && { cause }),
    ...(loginName !== undefined && { loginName, password: '********' as const }),
    ...(issuedUntil !== undefined && { issuedUntil }),
    ...(website !== undefined && { website }),
    mailAddresses: [...worker.mailAddresses],
    actions: possibleActions(status),
  };
}
