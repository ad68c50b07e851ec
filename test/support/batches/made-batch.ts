import { type Batch, NO_TALLY } from '../../../functions/domain/messaging/batches/model.ts';
import type { Batches } from '../../../functions/domain/messaging/batches/ports.ts';
import { newId } from '../messages.ts';

/** A batch to so many numbers, as it is just made. */
export function madeBatch(tenantId: string, changes: Partial<Batch> = {}): Batch {
  return {
    ...{ tenantId, batchId: newId('bat'), state: 'preparing', version: 1, pricePer: 'message', looks: 0 },
    ...{ createdAt: new Date().toISOString(), createdBy: newId('emp'), createdByName: 'Anna' },
    wanted: { text: 'Morgen begint de dienst om zeven uur', priority: 'low', duplicates: 'skip' },
    source: { kind: 'upload', uploadId: newId('upl') },
    mayRead: [],
    tally: NO_TALLY,
    started: { messages: 0, credits: 0, upTo: 0 },
    ...changes,
  };
}

/** Keeps it as if it had just been asked for. */
export async function addBatch(batches: Pick<Batches, 'add'>, made: Batch): Promise<Batch> {
  const { tenantId, batchId, createdAt: at } = made;
  const audit = { tenantId, subjectId: batchId, auditId: newId('aud'), at, by: 'test', action: 'made' };
  await batches.add(made, [], { route: 'test', key: batchId, asked: {}, answer: {}, now: new Date(at) }, audit);
  return made;
}
