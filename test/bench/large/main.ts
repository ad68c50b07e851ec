/**
 * `npm run bench:large`: batches and lists of the sizes that they are made for, on DynamoDB Local. What it prints stands in
 * docs/performance.md. Ends with 1 where a budget was missed.
 */
import { runBenches } from '../run-benches.ts';
import { batchKills } from './batches/batch-kills.ts';
import { batchMemory } from './batches/batch-memory.ts';
import { list } from './list/list.ts';

await runBenches({ 'batch-kills': batchKills, 'batch-memory': batchMemory, list });
