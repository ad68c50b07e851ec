import { DAY } from './clock.ts';
import { DomainError } from './domain-error.ts';

/** How long a repeated request gets the first one's answer. Longer than a message lives. */
export const IDEMPOTENCY_PERIOD = 8 * DAY;

/** A request that may come again with the same key. The key belongs to the tenant and the route. */
export interface IdempotentRequest<A extends object> {
  readonly route: string;
  readonly key: string;
  /** what was asked for: the same key with something else is refused */
  readonly asked: object;
  readonly answer: A;
  readonly now: Date;
}

export type Idempotency<A extends object> =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeated'; readonly answer: A }
  | { readonly kind: 'reused' };

/**
 * What the first request with the key got; undefined where this is the first. It is asked for before anything is checked that may have changed
 * since then: why nothing can be made now is no reason against a repetition.
 *
 * @throws DomainError `idempotency-key-reused`
 */
export function earlierAnswer<A extends object>(earlier: Idempotency<A> | undefined): A | undefined {
  if (earlier?.kind === 'reused') throw new DomainError('idempotency-key-reused');
  return earlier?.kind === 'repeated' ? earlier.answer : undefined;
}
