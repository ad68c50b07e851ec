import type { Permission } from '../../../../contract/permissions.ts';
import type { Tenant } from '../../directory/model.ts';
import { after, SECOND } from '../../shared/clock.ts';
import { type CancelAllDependencies, cancelBatch } from './cancel-batch.ts';
import { type Batch, hasWork, RecipientsUnreadable } from './model.ts';
import type { Batches, BatchHurry } from './ports.ts';
import { type PrepareDependencies, prepareBatch } from './prepare-batch.ts';
import { type StartDependencies, startBatch } from './start-batch.ts';

/** It begins nothing after this, so that it ends within its function's time; another process goes on. */
export const ROUND = 20 * SECOND;

export interface WorkDependencies
  extends Omit<PrepareDependencies, 'batches'>,
    Omit<StartDependencies, 'batches'>,
    Omit<CancelAllDependencies, 'batches'> {
  readonly batches: Batches;
  readonly batchHurry: BatchHurry;
  readonly tenants: { find(tenantId: string): Promise<Tenant | undefined> };
}

/** Goes on with a batch for some time: whatever comes twice, or after a crash, goes on where the last one came to. */
export async function workOnBatch(
  dependencies: WorkDependencies,
  { tenantId, batchId }: { readonly tenantId: string; readonly batchId: string },
): Promise<void> {
  const { batches, batchHurry, clock, hintLost } = dependencies;
  const until = after(clock.now(), ROUND);
  const isOver = () => clock.now() >= until;
  let batch = await batches.find(tenantId, batchId);
  while (batch && hasWork(batch)) {
    batch = await goOn(dependencies, batch, isOver);
    if (batch && hasWork(batch) && isOver()) return batchHurry.push([{ tenantId, batchId }]).catch(hintLost);
  }
}

async function goOn(deps: WorkDependencies, batch: Batch, isOver: () => boolean): Promise<Batch | undefined> {
  if (batch.state === 'starting') return startBatch(deps, batch, isOver);
  if (batch.state === 'stopping') return cancelBatch(deps, batch, isOver);
  const tenant = await deps.tenants.find(batch.tenantId);
  if (!tenant) return undefined;
  const { createdBy: id, createdByName: by, signature, mayRead } = batch;
  const sender = { ...tenant, id, by, signature, permissions: new Set<Permission>(mayRead) };
  try {
    return await prepareBatch(deps, sender, batch, isOver);
  } catch (error) {
    if (!(error instanceof RecipientsUnreadable)) throw error;
    // What was counted meanwhile does not matter any more.
    const present = await deps.batches.find(batch.tenantId, batch.batchId);
    if (present?.state !== 'preparing') return undefined;
    return deps.batches.change(present, { ...present, state: 'failed', reason: [error.error] });
  }
}
