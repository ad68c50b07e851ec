import { BatchWorkRepository } from '../../../functions/adapters/dynamodb/batch-work-repository.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import type { Batch, SourceRow } from '../../../functions/domain/messaging/batches/model.ts';
import type { Batches, RecipientSources } from '../../../functions/domain/messaging/batches/ports.ts';
import { workOnBatch } from '../../../functions/domain/messaging/batches/work-on-batch.ts';
import { Killed } from './dying-batches.ts';

/** A number of a batch: `+31610000001`. */
export const numberOf = (line: number) => `+3161${String(line).padStart(7, '0')}`;

/** Rows as a file has them, without the file. */
export async function* rowsUpTo(count: number, { place }: Batch): AsyncIterable<{ row: SourceRow; place: string }> {
  for (let line = Number(place ?? 0) + 1; line <= count; line += 1)
    yield { row: { line, to: numberOf(line) }, place: String(line) };
}

export const batchesOn = (table: Table) => new BatchWorkRepository(table, { now: () => new Date() });

/**
 * Works on a batch until nothing is left to do. A process that dies is followed by the next one. The composition is that of the
 * function, with hints that go nowhere.
 *
 * @param recipients how many numbers it goes to, or where they come from; absent: as the function reads them
 */
export async function workOff(
  batches: Batches,
  { tenantId, batchId }: Batch,
  recipients?: number | ((real: RecipientSources) => RecipientSources),
): Promise<number> {
  const { batches: compose } = await import('../../../functions/compose/batches.ts');
  const { worker } = compose();
  let again = true;
  const nowhere = { push: async () => {} };
  const deps = {
    ...worker,
    batches,
    sources: sourcesOf(recipients, worker.sources),
    hurry: nowhere,
    batchHurry: {
      push: async () => {
        again = true;
      },
    },
    wait: async () => {},
  };
  let processes = 0;
  while (again) {
    again = false;
    processes += 1;
    await workOnBatch(deps, { tenantId, batchId }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
      again = true;
    });
  }
  return processes;
}

function sourcesOf(recipients: Parameters<typeof workOff>[2], real: RecipientSources): RecipientSources {
  if (recipients === undefined) return real;
  if (typeof recipients === 'function') return recipients(real);
  return { read: (batch) => rowsUpTo(recipients, batch) };
}
