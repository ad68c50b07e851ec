import { MessageListRepository } from '../../../../functions/adapters/dynamodb/message-list-repository.ts';
import { readMeter } from '../../../support/read-units.ts';
import type { Misses } from '../../misses.ts';
import { countGiven } from '../count-given.ts';
import { install } from '../installation.ts';
import { inWords, printRow, secondsSince } from '../print-row.ts';
import { exportAll } from './export-all.ts';
import { fill } from './fill.ts';
import { type PageCost, singlePages } from './pages.ts';
import { searches } from './searches.ts';

const FEW = 1_000;
const MANY = 1_000_000;

/**
 * The list of messages with 1,000 and then with 1,000,000 of them: what a page of each single filter costs, how far combinations and words
 * come, and the whole of it as a file. `HERAUT_BENCH_MESSAGES` makes it smaller.
 */
export async function list(): Promise<Misses> {
  const many = countGiven('HERAUT_BENCH_MESSAGES', MANY);
  await using installation = await install();
  const { client, table, tableName } = installation;
  const agency = await installation.agency(1);
  const { tenantId } = agency;
  const meter = readMeter(client);
  const reading = { lists: new MessageListRepository(table), meter, tenantId };

  const begun = performance.now();
  await fill({ client, tableName, tenantId }, 0, FEW);
  const few = await singlePages({ ...reading, count: FEW });
  await fill({ client, tableName, tenantId }, FEW, many);
  console.log(`filled with ${inWords(many)} messages in ${secondsSince(begun)}\n`);
  const missed = compare(few, await singlePages({ ...reading, count: many }), many);
  console.log('');
  missed.push(...(await searches({ ...reading, count: many })));
  console.log('');
  missed.push(...(await exportAll(installation, agency, many)));
  return missed;
}

function compare(few: readonly PageCost[], many: readonly PageCost[], count: number): string[] {
  console.log('read units computed from what came, by AWS’s rules');
  printRow(['', 'queries', 'BatchGets', `units, ${inWords(FEW)}`, `units, ${inWords(count)}`], 18);
  return few.flatMap((before, index) => {
    const after = many[index];
    if (!after) throw new Error(`${before.name} was not read again`);
    const calls = ({ queries, batchGets }: PageCost) => [queries, batchGets].map(inWords);
    printRow([before.name, ...calls(after), String(before.units), String(after.units)], 18);
    const faults = [];
    for (const { queries, batchGets, others, isRight } of [before, after]) {
      if (queries !== 1 || batchGets !== 1 || others > 0)
        faults.push(`${queries} queries, ${batchGets} BatchGetItems, ${others} other calls`);
      if (!isRight) faults.push('other messages than it is to have');
    }
    if (after.units !== before.units) faults.push(`${after.units} units, not ${before.units}`);
    return [...new Set(faults)].map((fault) => `${before.name}: ${fault}`);
  });
}
