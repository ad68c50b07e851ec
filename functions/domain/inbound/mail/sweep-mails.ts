import type { Clock } from '../../shared/clock.ts';
import type { InboundMessages } from '../ports.ts';

/** Mails of an agency that are taken up again in one minute. */
export const MAILS_AT_ONCE = 25;

/** Has the mails made that the mail service did not take when it was their time. */
export async function sweepMails(
  { inbound, clock }: { readonly inbound: Pick<InboundMessages, 'mailsDue' | 'askForMail'>; readonly clock: Clock },
  tenantId: string,
): Promise<void> {
  const due = await inbound.mailsDue(tenantId, clock.now(), MAILS_AT_ONCE);
  await Promise.all(due.map((inboundId) => inbound.askForMail(tenantId, inboundId)));
}
