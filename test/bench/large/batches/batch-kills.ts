import { isDeepStrictEqual } from 'node:util';
import { MessageListRepository } from '../../../../functions/adapters/dynamodb/message-list-repository.ts';
import { listMessages } from '../../../../functions/domain/messaging/list-messages.ts';
import { seededRandom } from '../../../support/crash/random.ts';
import type { Misses } from '../../misses.ts';
import { countGiven } from '../count-given.ts';
import { type Installation, install } from '../installation.ts';
import { inWords, secondsSince } from '../print-row.ts';
import { KilledBatch } from './killed-batch.ts';
import { Looks } from './looks.ts';
import { makeBatch } from './made-batch.ts';
import { recipientsOf } from './recipients.ts';

const LINES = 10_000;
/** In one transaction of a start. */
const STARTED_AT_ONCE = 50;
/** Messages that one transaction cancels; how far that goes is a write of its own. */
const CANCELLED_AT_ONCE = 25;
/** That are in their lanes when the second batch is stopped, of all. */
const STOPPED_AFTER = 0.6;

/**
 * A batch of 10,000 lines whose workers are processes that end by SIGKILL, before or after one of their writes, again and again: the exact
 * set gets one message each, and what the API says is right after each death. A second one is stopped in the middle of its start.
 */
export async function batchKills(): Promise<Misses> {
  const lines = countGiven('HERAUT_BENCH_LINES', LINES);
  const seed = countGiven('HERAUT_SEED', 1 + (Date.now() % 1_000_000_000));
  console.log(`${inWords(lines)} lines of a CSV; HERAUT_SEED=${seed}`);
  await using installation = await install();
  const random = seededRandom(seed);
  const missed: string[] = [];
  for (const isStopped of [false, true])
    missed.push(...(await killed(installation, { lines, random, isStopped }).then(told)));
  return missed;

  function told({ said, faults }: { readonly said: string; readonly faults: readonly string[] }): Misses {
    console.log(said);
    return faults.map((fault) => `batch-kills (HERAUT_SEED=${seed}): ${fault}`);
  }
}

interface Pass {
  readonly lines: number;
  readonly random: () => number;
  readonly isStopped: boolean;
}

async function killed(installation: Installation, { lines, random, isStopped }: Pass) {
  const begun = performance.now();
  const { csv, numbers, duplicates, refused } = recipientsOf(lines, random);
  const recipients = numbers.length;
  const agency = await installation.agency(lines);
  const looks = new Looks(installation, agency, lines);
  const batch = new KilledBatch({ installation, agency, looks, random }, await makeBatch(agency, csv));

  // Each line that gets a message has its number claimed, and each is kept.
  const prepared = await batch.workOff(lines + recipients);
  const faults: string[] = [];
  const expect = (what: string, given: unknown, right: unknown) => {
    if (!isDeepStrictEqual(given, right))
      faults.push(`${what}: ${JSON.stringify(given)}, not ${JSON.stringify(right)}`);
  };
  expect('lines', prepared.lines, { recipients, duplicates, refused });
  expect('prepared', prepared.state, 'prepared');

  const { status } = await agency.accept(batch.batchId);
  expect('accepted', status, 202);
  await batch.workOff(recipients / STARTED_AT_ONCE, isStopped ? (1 - STOPPED_AFTER) * recipients : undefined);
  if (isStopped) {
    await agency.stop(batch.batchId);
    await batch.workOff((2 * STOPPED_AFTER * recipients) / CANCELLED_AT_ONCE);
  }

  const end = await looks.look(batch.batchId);
  expect('state at the end', end.state, isStopped ? 'stopped' : 'sending');
  const messages = await messagesOf(installation, agency.tenantId);
  const reached = messages.map(({ to }) => to);
  // The first lines that were started, when it was stopped; the order of the file is that of the lanes.
  expect('numbers', reached.toSorted(), numbers.slice(0, reached.length).toSorted());
  if (!isStopped) expect('messages', reached.length, recipients);
  const left = messages.filter(({ state }) => state === (isStopped ? 'cancelled' : 'accepted')).length;
  expect('messages that left', reached.length - left, batch.sent);
  const { available, reserved, consumed } = await agency.balance();
  const said =
    `${isStopped ? 'stopped in the middle' : 'to its end'}: ${batch.deaths} deaths, ${looks.count} looks; ` +
    `${inWords(recipients)} recipients, ${duplicates} duplicates, ${refused} refused; ${inWords(reached.length)} messages, ` +
    `${new Set(reached).size === reached.length ? 'no' : 'A'} number twice, ${batch.sent} sent, ${inWords(left)} ${isStopped ? 'cancelled' : 'waiting'}; ` +
    `credits ${inWords(lines)} = ${inWords(available)} + ${inWords(reserved)} + ${inWords(consumed)}; ${secondsSince(begun)}`;
  return { said, faults: [...looks.faults, ...faults] };
}

/** All of an agency, as the list gives them. */
async function messagesOf({ table }: Installation, tenantId: string) {
  const lists = new MessageListRepository(table);
  const found = [];
  let before: string | undefined;
  do {
    const page = await listMessages(lists, tenantId, {}, 100, before);
    found.push(...page.items);
    before = page.next;
  } while (before !== undefined);
  return found;
}
