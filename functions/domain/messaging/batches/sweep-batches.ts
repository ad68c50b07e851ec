import type { Clock } from '../../shared/clock.ts';
import { hasWork } from './model.ts';
import type { Batches, BatchHurry } from './ports.ts';

export interface SweepBatchesDependencies {
  readonly batches: Pick<Batches, 'due' | 'find' | 'change'>;
  readonly batchHurry: BatchHurry;
  readonly clock: Clock;
}

/** Has batches gone on with that nobody came further with: a hint got lost, or a process died. */
export async function sweepBatches(
  { batches, batchHurry, clock }: SweepBatchesDependencies,
  tenantId: string,
): Promise<void> {
  for (const batchId of await batches.due(tenantId, clock.now())) {
    const batch = await batches.find(tenantId, batchId);
    // It is looked at later each time, so that one that always fails takes nobody's time.
    if (batch && hasWork(batch) && (await batches.change(batch, { ...batch, looks: batch.looks + 1 })))
      await batchHurry.push([{ tenantId, batchId }]);
  }
}
