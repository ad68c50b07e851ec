import { createHash } from 'node:crypto';
import { DAY } from './clock.ts';

/** How long a repeated request gets the first one's answer. Longer than a message lives. */
export const IDEMPOTENCY_PERIOD = 8 * DAY;

export interface IdempotentRequest<A extends object> {
  /** what the key belongs to: one key may be used once for each kind of request of a tenant */
  readonly route: string;
  readonly keyHash: string;
  /** of what was asked: the same key with another one is refused */
  readonly fingerprint: string;
  readonly answer: A;
  readonly now: Date;
}

export type Idempotency<A extends object> =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeated'; readonly answer: A }
  | { readonly kind: 'reused' };

export function idempotentRequest<A extends object>(
  route: string,
  key: string,
  asked: object,
  answer: A,
  now: Date,
): IdempotentRequest<A> {
  return { route, keyHash: sha256(key), fingerprint: sha256(canonicalJson(asked)), answer, now };
}

/** JSON whose keys are in order, so that the same request written in another order is the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
