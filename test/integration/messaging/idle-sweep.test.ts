import { expect, it } from 'vitest';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { cloudOnTable } from '../../support/model/cloud.ts';
import { World } from '../../support/model/world.ts';
import { readMeter } from '../../support/read-units.ts';
import { useTable } from '../../support/table.ts';

const { table, client } = useTable();
const reads = readMeter(client);

/** Each minute for every agency: 15 units are USD 0.10 a month. */
const MOST = { reads: 30, units: 15 };

it('a sweep of an agency with two boxes and two providers, for which nothing waits, writes nothing and reads little', async () => {
  const world = await World.open(await cloudOnTable(table));
  reads.read();
  await sweepTenant(world.process(undefined), world.cloud.tenantId);
  const { queries, batchGets, others, units } = reads.read();
  expect(queries + batchGets).toBeLessThanOrEqual(MOST.reads);
  expect(units).toBeLessThanOrEqual(MOST.units);
  expect(others).toBe(0);
});
