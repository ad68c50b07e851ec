import { runsOn } from './model.ts';
import type { PlacedRow, PlacedWorkers } from './ports.ts';
import type { Placed } from './shown-to-hirers.ts';

/**
 * The workers of some rows who are placed at the company on a day, in the order of the rows. A row only says where to look:
 * what the placement says itself decides.
 */
export async function readPlaced(
  placed: PlacedWorkers,
  { tenantId, companyId, day }: { readonly tenantId: string; readonly companyId: string; readonly day: string },
  rows: readonly PlacedRow[],
): Promise<Placed[]> {
  const current = rows.filter((row) => runsOn(day, row));
  const ids = [...new Set(current.map(({ workerId }) => workerId))];
  const [workers, placements] = await Promise.all([
    placed.workers(tenantId, ids),
    placed.placements(
      tenantId,
      current.map(({ placementId }) => placementId),
    ),
  ]);
  const running = placements.filter(({ fields }) => fields.companyId === companyId && runsOn(day, fields));
  return workers
    .map((worker) => ({ worker, placements: running.filter(({ fields }) => fields.workerId === worker.id) }))
    .filter((one) => one.placements.length > 0);
}
