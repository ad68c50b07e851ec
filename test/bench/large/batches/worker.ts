/** A process that works on a batch to its end, as the function does; or dies at one of its writes. OwnProcess starts it. */
import { batches } from '../../../../functions/compose/batches.ts';
import { workOnBatch } from '../../../../functions/domain/messaging/batches/work-on-batch.ts';
import { DomainError } from '../../../../functions/domain/shared/domain-error.ts';
import { runJob } from '../memory-answers.ts';
import { type Death, dieAt } from './death.ts';

export interface WorkerJob {
  readonly tenantId: string;
  readonly batchId: string;
  readonly death?: Death;
}

await runJob(async ({ tenantId, batchId, death }: WorkerJob) => {
  if (death) dieAt(death);
  const { worker } = batches();
  let again = true;
  // The composition is that of the function; its hints come back to this process.
  const batchHurry = {
    push: async () => {
      again = true;
    },
  };
  while (again) {
    again = false;
    const one = { ...worker, batchHurry, hurry: { push: async () => {} } };
    await workOnBatch(one, { tenantId, batchId }).catch((error: unknown) => {
      // As the queue does: what failed because the table did not answer in time comes again.
      if (!(error instanceof DomainError) || error.code !== 'temporarily-unavailable') throw error;
      again = true;
    });
  }
});
