import { it } from 'vitest';
import { cloudOnTable } from '../../support/model/cloud.ts';
import { runModel } from '../../support/model/run-model.ts';
import { useTable } from '../../support/table.ts';

const RUNS = Number(process.env['HERAUT_MODEL_RUNS_ON_TABLE'] ?? 100);
const storage = useTable();

it('B1 E0-5 the same holds on the real table', async () => {
  await runModel({ runs: RUNS, acts: 30, openCloud: () => cloudOnTable(storage.table) });
}, 3_600_000);
