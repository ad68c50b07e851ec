import type { FieldError } from '../../../../contract/errors.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import { type Batch, isOver, unstarted } from './model.ts';
import type { Batches, BatchHurry } from './ports.ts';

export interface StopDependencies {
  readonly batches: Pick<Batches, 'find' | 'counts' | 'release' | 'change'>;
  readonly batchHurry: BatchHurry;
  readonly clock: Clock;
  readonly newId: NewId;
  /** hears of a hint that could not be given; the next sweep goes on with the batch */
  readonly hintLost: (error: unknown) => void;
}

/**
 * Stops a batch: from now on none of its messages is put into a lane or leaves one. The credits of those that are not in a lane yet come
 * back at once, those of the others as each is cancelled. Asked for again it changes nothing.
 *
 * @throws DomainError `not-found`, `action-not-possible` where it failed, or each of its messages has come to its end
 */
export async function stopBatch(
  { batches, batchHurry, clock, newId, hintLost }: StopDependencies,
  actor: Actor,
  batchId: string,
): Promise<Batch> {
  for (;;) {
    const before = await batches.find(actor.tenantId, batchId);
    if (!before) throw new DomainError('not-found');
    const { state } = before;
    if (state === 'stopping' || state === 'stopped') return before;
    if (state === 'failed') throw impossible({ path: 'state', message: 'It is {state}', values: { state } });
    if (before.accepted && isOver(before, await batches.counts(before.tenantId, batchId)))
      throw impossible({ path: 'progress', message: 'All of its messages are done: there is nothing left to stop' });
    const at = clock.now().toISOString();
    const to = before.started.messages > 0 ? 'stopping' : 'stopped';
    const next: Batch = { ...before, state: to, stopped: { at, by: actor.id, upTo: 0 }, looks: 0 };
    const audit = auditLine(newId, actor, batchId, at, { action: 'batch-stopped' });
    const left = unstarted(before);
    const stopped = await (left > 0 ? batches.release(before, next, left, audit) : batches.change(before, next, audit));
    if (!stopped) continue;
    if (to === 'stopping') await batchHurry.push([{ tenantId: actor.tenantId, batchId }]).catch(hintLost);
    return stopped;
  }
}

const impossible = (error: FieldError) => new DomainError('action-not-possible', { errors: [error] });
