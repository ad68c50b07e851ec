import { join } from 'node:path';
import { batchRoutes } from '../../../../contract/routes/batches/batches.ts';
import type { Installation, LargeAgency } from '../installation.ts';
import type { WorkerJob } from './worker.ts';

/** A batch from a CSV, as the API makes it. @returns its id */
export async function makeBatch(agency: LargeAgency, csv: string): Promise<string> {
  const body = { uploadId: await agency.uploaded(csv), text: 'Morgen begint de dienst om zeven uur' };
  const made = await agency.ask(batchRoutes.createMessageBatch, { body });
  if (made.status !== 202) throw new Error(`the batch was refused: ${JSON.stringify(made.body)}`);
  return made.body.id;
}

export const startWorker = (installation: Installation, job: WorkerJob) =>
  installation.start(join(import.meta.dirname, 'worker.ts'), job);
