import { after } from '../../domain/shared/clock.ts';
import { IDEMPOTENCY_PERIOD, type Idempotency, type IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { sha256 } from '../crypto/sha256.ts';
import { idempotencyOf } from './codecs/idempotency.ts';
import { any, below, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Item, Key, Write } from './table.ts';

/** Where the row of the request's key lies. */
export function keyOf<A extends object>(tenantId: string, { route, key }: IdempotentRequest<A>): Key {
  return keys.idempotency(tenantId, route, sha256(key).toString('base64url'));
}

/** The write that claims the key. TTL deletes late, so a row whose time is over counts as absent. */
export function claimKey<A extends object>(tenantId: string, request: IdempotentRequest<A>): Write {
  const { asked, answer, now } = request;
  return {
    put: {
      ...keyOf(tenantId, request),
      type: 'idempotency',
      v: 1,
      fingerprint: fingerprintOf(asked),
      answer,
      expiresAtSeconds: epochSeconds(after(now, IDEMPOTENCY_PERIOD)),
    },
    condition: any(missing('pk'), below('expiresAtSeconds', Math.floor(now.getTime() / 1000))),
  };
}

/** What a request whose key is taken gets. */
export function repetition<A extends object>(earlier: Item, { asked }: IdempotentRequest<A>): Idempotency<A> {
  const row = idempotencyOf(earlier);
  // The answer is what this very code stored for the same request.
  return row.fingerprint === fingerprintOf(asked) ? { kind: 'repeated', answer: row.answer as A } : { kind: 'reused' };
}

/** Of the request's content: the order of its fields makes no difference. */
function fingerprintOf(asked: object): string {
  return sha256(
    JSON.stringify(asked, (_, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ),
  ).toString('base64url');
}
