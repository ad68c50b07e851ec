import { DAYS_AHEAD_AT_MOST } from '../../../contract/send-at.ts';
import { after, DAY, MINUTE } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Hurry } from './ports.ts';

/** The longest that a hint is kept back: a queue could for 15 minutes, but its alarm rings for what is older than five. */
const LONGEST_DELAY = 4 * MINUTE;

/** @throws DomainError `invalid-request` for a moment that has passed or is too far ahead */
export function sendAtOf(asked: string, now: Date): Date {
  const moment = new Date(asked);
  if (moment > now && moment <= after(now, DAYS_AHEAD_AT_MOST * DAY)) return moment;
  const message = 'Give a moment that is still to come, {days} days ahead at most';
  throw new DomainError('invalid-request', {
    errors: [{ path: 'sendAt', message, values: { days: DAYS_AHEAD_AT_MOST } }],
  });
}

/** Has the dispatcher look at a message when it is due, where that is soon; else a sweep finds it within its minute. */
export async function hintWhenDue(
  { hurry, hintLost }: { readonly hurry: Hurry; readonly hintLost: (error: unknown) => void },
  { tenantId, messageId }: { readonly tenantId: string; readonly messageId: string },
  delay: number,
): Promise<void> {
  if (delay <= LONGEST_DELAY) await hurry.push([{ type: 'message', tenantId, messageId }], delay).catch(hintLost);
}
