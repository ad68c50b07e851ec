import type { FieldError } from '../../../../contract/errors.ts';
import { type ReserveDependencies, reserve } from '../../credits/reserve.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import { after, type Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import { ACCEPTABLE, type Batch } from './model.ts';
import type { Batches, BatchHurry } from './ports.ts';

export interface AcceptBatchDependencies extends ReserveDependencies {
  readonly batches: Pick<Batches, 'find' | 'accept'>;
  readonly batchHurry: BatchHurry;
  readonly clock: Clock;
  readonly newId: NewId;
  /** hears of a hint that could not be given; the next sweep goes on with the batch */
  readonly hintLost: (error: unknown) => void;
}

/** Who accepts, and what holds for the agency. */
export interface Accepting extends Actor {
  readonly name: string;
  readonly walletShards: number;
  readonly sendingStopped: boolean;
}

/**
 * Accepts a batch as its estimate says: all its credits are reserved at once, or none. Asked for again it changes nothing.
 *
 * @throws DomainError `not-found`, `action-not-possible`, `insufficient-credit`, `sending-stopped`
 */
export async function acceptBatch(
  dependencies: AcceptBatchDependencies,
  actor: Accepting,
  batchId: string,
): Promise<Batch> {
  const { batches, batchHurry, clock, newId, hintLost } = dependencies;
  const { tenantId, id: by, name: byName, walletShards: shards } = actor;
  for (;;) {
    const before = await batches.find(tenantId, batchId);
    if (!before) throw new DomainError('not-found');
    if (before.accepted && !before.stopped) return before;
    const now = clock.now();
    refuse(before, now, actor);
    const at = now.toISOString();
    const audit = auditLine(newId, actor, batchId, at, { action: 'batch-accepted' });
    const accepted = await reserve(dependencies, { tenantId, shards }, before.tally.credits, async (walletShard) => {
      const next: Batch = { ...before, state: 'starting', accepted: { at, by, byName, walletShard }, looks: 0 };
      const result = await batches.accept(before, next, audit);
      return result ?? ('changed' as const);
    });
    if (!accepted) throw new DomainError('insufficient-credit');
    if (accepted === 'changed') continue;
    await batchHurry.push([{ tenantId, batchId }]).catch(hintLost);
    return accepted;
  }
}

function refuse({ state, createdAt, tally }: Batch, now: Date, { sendingStopped }: Accepting): void {
  const impossible = (error: FieldError) => new DomainError('action-not-possible', { errors: [error] });
  if (state !== 'prepared') throw impossible({ path: 'state', message: 'It is {state}', values: { state } });
  if (after(new Date(createdAt), ACCEPTABLE) <= now)
    throw impossible({ path: 'createdAt', message: 'It was made more than 24 hours ago: make it again' });
  if (tally.recipients === 0) throw impossible({ path: 'lines', message: 'Nobody gets a message: each line says why' });
  if (sendingStopped) throw new DomainError('sending-stopped');
}
