import { after, MINUTE, SECOND } from '../../shared/clock.ts';
import type { CallOutcome, ProviderAccount, RoutePause } from './model.ts';

/** Calls in a row that come to nothing before the route rests. */
export const FAILURES_AT_MOST = 5;
const FIRST_REST = 30 * SECOND;
const LONGEST_REST = 15 * MINUTE;

type Breaker = { readonly failures: number; readonly pause: RoutePause | undefined };

/**
 * How a route goes on after a call. An answer, whatever it says of the message, shows that the provider works; trouble with the account
 * pauses the route at once; outages pause it after five in a row, twice as long each time.
 */
export function breakerAfter(
  { failures, pause }: Breaker | Pick<ProviderAccount, 'failures' | 'pause'>,
  outcome: CallOutcome,
  now: Date,
): Breaker {
  if (outcome.kind === 'account') {
    const { reason, code, retryAfter } = outcome;
    const until = retryAfter === undefined ? {} : { until: after(now, retryAfter).toISOString() };
    return { failures, pause: { reason, code, since: pause?.since ?? now.toISOString(), ...until } };
  }
  const isOutage = outcome.kind === 'unclear' || (outcome.kind === 'again' && outcome.isOutage);
  if (!isOutage) return failures === 0 && !pause ? { failures, pause } : { failures: 0, pause: undefined };
  const inARow = failures + 1;
  if (inARow < FAILURES_AT_MOST) return { failures: inARow, pause };
  const rest = Math.min(FIRST_REST * 2 ** Math.min(inARow - FAILURES_AT_MOST, 10), LONGEST_REST);
  const { reason, code } = outcome;
  const since = pause?.since ?? now.toISOString();
  return { failures: inARow, pause: { reason, code, since, until: after(now, rest).toISOString() } };
}
