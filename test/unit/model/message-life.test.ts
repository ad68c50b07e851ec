import { it } from 'vitest';
import { cloudInMemory } from '../../support/model/cloud.ts';
import { runModel } from '../../support/model/run-model.ts';

const RUNS = Number(process.env['HERAUT_MODEL_RUNS'] ?? 2_000);

it('B1 E0-5 whatever dies, comes twice, late or never: no message goes twice or back, each ends, and the credits add up', async () => {
  await runModel({ runs: RUNS, acts: 60, openCloud: cloudInMemory });
}, 3_600_000);
