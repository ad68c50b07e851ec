import { after, type Clock } from '../../shared/clock.ts';
import { HEARD_WITHIN, type MailDuties } from './model.ts';

/** Mails of an agency that are taken up again in one minute. */
export const MAILS_AT_ONCE = 25;

/** Has the mails made that were put off, whose process died, or of which nobody heard. */
export async function sweepDuties(
  { duties, clock }: { readonly duties: Pick<MailDuties, 'due' | 'ask'>; readonly clock: Clock },
  tenantId: string,
): Promise<void> {
  const now = clock.now();
  const due = await duties.due(tenantId, now, MAILS_AT_ONCE);
  await Promise.all(due.map((duty) => duties.ask(duty, after(now, HEARD_WITHIN))));
}
