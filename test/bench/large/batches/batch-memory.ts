import { MAX_RECIPIENTS } from '../../../../contract/batch-states.ts';
import type { Misses } from '../../misses.ts';
import { countGiven } from '../count-given.ts';
import { watchMemory } from '../flatness.ts';
import { type Installation, install, type LargeAgency } from '../installation.ts';
import { inWords, secondsSince } from '../print-row.ts';
import { makeBatch, startWorker } from './made-batch.ts';
import { numbersUpTo, ObservedBatch } from './observed-batch.ts';
import { readResults } from './results.ts';

/**
 * The largest batch: what the process that works on it holds at each tenth of reading its recipients and of putting its messages into
 * their lanes, whether what the API says meanwhile is right, all results by pages, and that one line more is refused.
 */
export async function batchMemory(): Promise<Misses> {
  const recipients = Math.min(MAX_RECIPIENTS, countGiven('HERAUT_BENCH_LINES', MAX_RECIPIENTS));
  console.log(
    `${inWords(recipients)} recipients; the worker is a process of its own, with the pace of 400 messages a second`,
  );
  await using installation = await install();
  const agency = await installation.agency(recipients);
  const { tenantId } = agency;
  const batchId = await makeBatch(agency, numbersUpTo(recipients));
  const missed: string[] = [];
  const work = async (what: 'prepared' | 'started') => {
    const begun = performance.now();
    const batch = new ObservedBatch(installation, agency, batchId, recipients);
    const worker = await startWorker(installation, { tenantId, batchId });
    try {
      missed.push(...(await watchMemory(what, worker, batch[what])));
    } finally {
      await worker.kill();
    }
    if ((await batch[what]()) !== 1) missed.push(`not all were ${what}`);
    missed.push(...batch.misses(what));
    console.log(`  ${secondsSince(begun)}`);
  };

  await work('prepared');
  const { status, body } = await agency.accept(batchId);
  if (status !== 202) throw new Error(`the batch was not accepted: ${JSON.stringify(body)}`);
  await work('started');
  missed.push(...(await readResults(agency, batchId, recipients)), ...(await oneTooMany(installation, agency)));
  const { granted, available, reserved, consumed } = await agency.balance();
  console.log(`credits: ${granted} = ${available} + ${reserved} + ${consumed}`);
  if (reserved !== recipients || granted !== available + reserved + consumed) missed.push('the credits do not agree');
  return missed;
}

/** A file with a line more than a batch takes: it fails as a whole, and says why. Its lines are no numbers, which is faster. */
async function oneTooMany(installation: Installation, agency: LargeAgency): Promise<Misses> {
  const begun = performance.now();
  const batchId = await makeBatch(agency, `to\n${'x\n'.repeat(MAX_RECIPIENTS + 1)}`);
  const worker = await startWorker(installation, { tenantId: agency.tenantId, batchId });
  await worker.end;
  const { state, errors } = await agency.find(batchId);
  const said = errors?.map(({ message }: { message: string }) => message).join();
  console.log(`${inWords(MAX_RECIPIENTS + 1)} lines: ${state}, “${said}”; ${secondsSince(begun)}`);
  return state === 'failed' && said.includes(MAX_RECIPIENTS.toLocaleString('en'))
    ? []
    : [`a file of ${MAX_RECIPIENTS + 1} lines: ${state}, “${said}”`];
}
