import type { Booking } from '../credits/ledger.ts';
import { type ReserveDependencies, reserve } from '../credits/reserve.ts';
import type { Tenant } from '../directory/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { type Operator, operatorLines } from './acting.ts';
import type { Bookings } from './ports.ts';

export interface BookDependencies extends ReserveDependencies {
  readonly bookings: Bookings;
  readonly clock: Clock;
  readonly newId: NewId;
}

export type Asked = Pick<Booking, 'kind' | 'credits' | 'reason'>;

/**
 * Gives an agency credits, or takes some back, once for each key. Only what is available can be taken back: what is reserved or was used
 * up stays. E0-9: credits come from the operator alone.
 *
 * @throws DomainError `action-not-possible` when fewer are available, `idempotency-key-reused`
 */
export async function bookCredits(
  deps: BookDependencies,
  operator: Operator,
  { tenantId, walletShards: shards }: Pick<Tenant, 'tenantId' | 'walletShards'>,
  asked: Asked,
  key: string,
): Promise<Pick<Booking, 'bookingId' | 'at'>> {
  const { bookings, clock, newId } = deps;
  const at = clock.now().toISOString();
  const booking: Booking = { tenantId, bookingId: key, at, by: operator.login?.id ?? 'operator', ...asked };
  const detail = `${asked.credits} credits: ${asked.reason}`;
  const audit = operatorLines(newId, operator, tenantId, at, { action: `credits-${asked.kind}`, detail });
  const result =
    asked.credits > 0
      ? await bookings.give(booking, shards, audit)
      : await reserve(deps, { tenantId, shards }, -asked.credits, (shard) => bookings.take(booking, shard, audit));
  if (result === undefined) {
    const message = 'Fewer are available: what is reserved or used up can’t be taken back';
    throw new DomainError('action-not-possible', { errors: [{ path: 'credits', message }] });
  }
  if (result === 'done') return booking;
  const { kind, credits, reason } = result;
  if (kind !== asked.kind || credits !== asked.credits || reason !== asked.reason)
    throw new DomainError('idempotency-key-reused');
  return result;
}
