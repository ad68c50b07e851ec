import { beforeAll, expect, it } from 'vitest';
import { BatchWorkRepository } from '../../../functions/adapters/dynamodb/batch-work-repository.ts';
import { sweepBatches } from '../../../functions/domain/messaging/batches/sweep-batches.ts';
import { accessOn, makeAgency } from '../../support/agency.ts';
import { addBatch, madeBatch } from '../../support/batches/made-batch.ts';
import { workOff } from '../../support/batches/worker.ts';
import { loadFunctions } from '../../support/functions.ts';
import { useTable } from '../../support/table.ts';

const MINUTE = 60_000;
const { table, name } = useTable();
beforeAll(async () => {
  await loadFunctions(name);
});

it('B1 a batch whose hint got lost, or whose process died, is gone on with by a later sweep, less and less often', async () => {
  const { tenantId } = (await makeAgency(accessOn(table))).tenant;
  const begun = Date.now();
  let now = new Date(begun);
  const clock = { now: () => now };
  const batches = new BatchWorkRepository(table, clock);
  const made = madeBatch(tenantId);
  const { batchId } = made;
  await addBatch(batches, made);

  const hints: number[] = [];
  const batchHurry = {
    push: async (jobs: readonly object[]) => {
      expect(jobs).toEqual([{ tenantId, batchId }]);
      hints.push((now.getTime() - begun) / MINUTE);
    },
  };
  const sweep = () => sweepBatches({ batches, batchHurry, clock }, tenantId);
  for (let minute = 0; minute <= 16; minute += 1) {
    now = new Date(begun + minute * (MINUTE + 1));
    await sweep();
  }
  expect(hints.map(Math.round)).toEqual([2, 6, 14]);

  await workOff(batches, made, 3);
  expect((await batches.find(tenantId, batchId))?.state).toBe('prepared');
  now = new Date(begun + 26 * 60 * MINUTE);
  await sweep();
  expect(hints).toHaveLength(3);
});
