import type * as z from 'zod/mini';
import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { portalAccess } from '../../../contract/routes/portal-access.ts';
import { addressKey, type MailMark, type MailMarks } from '../mail/marks.ts';
import { DomainError } from '../shared/domain-error.ts';
import { type Correspondence, expectedOutcome, planMail } from './mail-plan.ts';
import { noAccessYet, type PortalAccess, possibleActions } from './model.ts';
import type { Correspondences, PortalAccesses } from './ports.ts';

export interface ReadAccessDependencies {
  readonly accesses: Pick<PortalAccesses, 'find'>;
  readonly correspondences: Correspondences;
  readonly marks: Pick<MailMarks, 'find'>;
}

/** A worker's access as staff see it, and what would become of a mail now. @throws DomainError `not-found` */
export async function readAccess(
  { accesses, correspondences, marks }: ReadAccessDependencies,
  tenantId: string,
  workerId: string,
): Promise<{
  access: z.input<typeof portalAccess>;
  expected: MailOutcome;
}> {
  const correspondence = await correspondences.of(tenantId, workerId);
  if (!correspondence) throw new DomainError('not-found');
  const access = (await accesses.find(tenantId, workerId)) ?? noAccessYet(tenantId, workerId);
  const marked = await marks.find(tenantId, correspondence.worker.mailAddresses);
  const expected = expectedOutcome(planMail(correspondence, marked), marked);
  return { access: describeAccess(access, correspondence, marked), expected };
}

/** The password never shows: there is none to be read. */
export function describeAccess(
  access: PortalAccess,
  { settings, worker }: Correspondence,
  marked: ReadonlyMap<string, MailMark>,
): z.input<typeof portalAccess> {
  const { status, cause, loginName, issuedUntil } = access;
  const { website } = settings.correspondence;
  return {
    status,
    ...(cause !== undefined && { cause }),
    ...(loginName !== undefined && { loginName, password: '********' as const }),
    ...(issuedUntil !== undefined && { issuedUntil }),
    ...(website !== undefined && { website }),
    mailAddresses: [...worker.mailAddresses],
    mailProblems: worker.mailAddresses.flatMap((address) => {
      const mark = marked.get(addressKey(address));
      return mark ? [{ address, reason: mark.reason, since: mark.since }] : [];
    }),
    actions: possibleActions(access),
  };
}
