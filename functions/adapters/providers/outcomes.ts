import type { ProviderReason } from '../../../contract/provider-reasons.ts';
import type { CallOutcome } from '../../domain/messaging/providers/model.ts';
import type { AccountCheck } from '../../domain/messaging/providers/ports.ts';
import type { Answered } from './exchange.ts';

/** A request to a provider has to be answered by then; milliseconds. */
export const TIMEOUT = 10_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A provider that is not available is asked again after this. */
export const OUTAGE_DELAY = 10 * SECOND;
export const THROTTLE_DELAY = 2 * SECOND;
export const RECIPIENT_DELAY = 5 * MINUTE;
/** Somebody may have topped the account up meanwhile, or its limit may be of a day. */
export const ACCOUNT_DELAY = 15 * MINUTE;

/** What a documented status means for a call: a row of a provider's table. */
export type StatusMeaning =
  | { readonly kind: 'submitted' }
  | { readonly kind: 'refused'; readonly reason: ProviderReason; readonly elsewhere: boolean }
  | { readonly kind: 'again'; readonly reason: ProviderReason; readonly delay: number; readonly isOutage: boolean }
  | { readonly kind: 'account'; readonly reason: ProviderReason; readonly retryAfter?: number }
  | { readonly kind: 'unclear'; readonly reason: ProviderReason };

/** Certainly not sent; another route may be tried. */
export const refused = (reason: ProviderReason): StatusMeaning => ({ kind: 'refused', reason, elsewhere: true });
/** Certainly not sent, for a reason that lies with the recipient: another route is not the answer to it. */
export const refusedForGood = (reason: ProviderReason): StatusMeaning => ({
  kind: 'refused',
  reason,
  elsewhere: false,
});
export const again = (reason: ProviderReason, delay: number): StatusMeaning => ({
  ...{ kind: 'again', reason, delay, isOutage: false },
});
/** Something is wrong with the account; it is looked at again by itself. */
export const account = (reason: ProviderReason): StatusMeaning => ({
  ...{ kind: 'account', reason, retryAfter: ACCOUNT_DELAY },
});
/** Somebody has to act: trying again and again may have the login blocked. */
export const accountForGood = (reason: ProviderReason): StatusMeaning => ({ kind: 'account', reason });
export const unclear = (reason: ProviderReason): StatusMeaning => ({ kind: 'unclear', reason });

/** What a request without an answer means. */
export function withoutAnswer({ kind }: Exclude<Answered, { kind: 'answered' }>): CallOutcome {
  return kind === 'never-sent'
    ? { kind: 'again', reason: 'out-of-reach', code: '-', delay: OUTAGE_DELAY, isOutage: true }
    : { kind: 'unclear', reason: 'answer-missing', code: '-' };
}

/** What the HTTP status alone says, where a provider's own words are missing. */
export function byHttpStatus(status: number): CallOutcome {
  const code = `HTTP-${status}`;
  if (status === 401 || status === 403) return { kind: 'account', reason: 'credentials-refused', code };
  if (status === 400) return { kind: 'refused', reason: 'request-refused', code, elsewhere: true };
  if (status === 429) return { kind: 'again', reason: 'throttled', code, delay: THROTTLE_DELAY, isOutage: false };
  // A server in between may have passed it on.
  return { kind: 'unclear', reason: status >= 500 ? 'provider-error' : 'answer-unreadable', code };
}

/** What the answer to a call says of its account. */
export function checkBy(outcome: CallOutcome): AccountCheck {
  const { kind } = outcome;
  if (kind === 'submitted' || kind === 'refused') return { kind: 'good' };
  const { reason, code } = outcome;
  return { kind: kind === 'account' ? 'refused' : 'unknown', reason, code };
}
