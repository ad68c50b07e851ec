import { expect, it } from 'vitest';
import { derivedId } from '../../../../functions/adapters/crypto/derived-id.ts';
import type { Batch, Row } from '../../../../functions/domain/messaging/batches/model.ts';
import { startBatch } from '../../../../functions/domain/messaging/batches/start-batch.ts';
import { madeBatch } from '../../../support/batches/made-batch.ts';
import { numberOf } from '../../../support/batches/worker.ts';

const ROWS: readonly Row[] = Array.from({ length: 200 }, (_, index) => ({
  line: index + 1,
  draft: { to: numberOf(index + 1), text: 'Tot morgen', alphabet: 'gsm7', parts: 1 },
  credits: 1,
}));

/** Messages a second that it puts into lanes, by a clock that only its waits move. */
async function paceOf(starting: number): Promise<number> {
  let now = Date.parse('2026-11-23T09:00:00Z');
  const begun = now;
  const put: number[] = [];
  const change = async (_: Batch, next: Batch) => next;
  const deps = {
    batches: {
      starting: async () => starting,
      rows: async (_: object, limit: number, after = 0) => ({
        items: ROWS.slice(after, after + limit),
        isLast: after + limit >= ROWS.length,
      }),
      start: async (before: Batch, next: Batch, messages: readonly object[]) => {
        put.push(messages.length);
        return change(before, next);
      },
      release: change,
      change,
    },
    hurry: { push: async () => {} },
    clock: { now: () => new Date(now) },
    wait: async (milliseconds: number) => {
      now += milliseconds;
    },
    ...{ derivedId, hintLost: () => {} },
  };
  const accepted = { at: '2026-11-23T09:00:00.000Z', by: 'emp_1', byName: 'Anna', walletShard: 0 };
  const tally = { recipients: 200, parts: 200, credits: 200, duplicates: 0, refused: 0 };
  await startBatch(deps, madeBatch('ten_1', { state: 'starting', accepted, tally }), () => false);
  expect(put).toEqual([50, 50, 50, 50]);
  // It does not wait after the last.
  return (150 * 1000) / (now - begun);
}

it.each([
  [1, 400],
  [2, 200],
  [5, 80],
  [0, 400], // the index may not show it yet
])('of %i batches of an agency that start, each puts %i messages a second into lanes', async (starting, pace) => {
  expect(await paceOf(starting)).toBeCloseTo(pace);
});
