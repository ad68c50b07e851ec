import { after } from '../../domain/shared/clock.ts';
import { IDEMPOTENCY_PERIOD, type Idempotency, type IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { sha256 } from '../crypto/sha256.ts';
import { idempotencyOf } from './codecs/idempotency.ts';
import { any, below, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Item, Key, Table, Write } from './table.ts';

/**
 * All of the writes or none, once for the request's key. `refused`, by the writes' own conditions: what stood there, each at the place of its write.
 */
export async function writeOnce<A extends object>(
  table: Pick<Table, 'write'>,
  tenantId: string,
  request: IdempotentRequest<A>,
  ...writes: readonly Write[]
): Promise<Idempotency<A> | { readonly kind: 'refused'; readonly refused: readonly (Item | undefined)[] }> {
  const result = await table.write(claimKey(tenantId, request), ...writes);
  if (result.done) return { kind: 'first' };
  const [earlier, ...refused] = result.refused;
  return earlier ? repetition(earlier, request) : { kind: 'refused', refused };
}

/** The same for writes that nothing refuses but an id that is taken, and ids are never taken. */
export async function addOnce<A extends object>(...given: Parameters<typeof writeOnce<A>>): Promise<Idempotency<A>> {
  const result = await writeOnce(...given);
  if (result.kind === 'refused') throw new Error(`an id is taken, in ${given[2].route}`);
  return result;
}

/** What the request got before; undefined the first time, and once its time is over: TTL deletes late. */
export async function earlierOf<A extends object>(
  table: Pick<Table, 'get'>,
  tenantId: string,
  request: IdempotentRequest<A>,
): Promise<Idempotency<A> | undefined> {
  const row = await table.get(keyOf(tenantId, request));
  return row && Number(row['expiresAtSeconds']) >= wholeSeconds(request.now) ? repetition(row, request) : undefined;
}

const wholeSeconds = (now: Date) => Math.floor(now.getTime() / 1000);

/** Where the row of the request's key lies. */
function keyOf<A extends object>(tenantId: string, { route, key }: IdempotentRequest<A>): Key {
  return keys.idempotency(tenantId, route, sha256(key).toString('base64url'));
}

/** The write that claims the key. TTL deletes late, so a row whose time is over counts as absent. */
function claimKey<A extends object>(tenantId: string, request: IdempotentRequest<A>): Write {
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
    condition: any(missing('pk'), below('expiresAtSeconds', wholeSeconds(now))),
  };
}

/** What a request whose key is taken gets. */
function repetition<A extends object>(earlier: Item, { asked }: IdempotentRequest<A>): Idempotency<A> {
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
