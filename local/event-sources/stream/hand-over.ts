import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { FunctionError } from '../../lambda/invoke-function.ts';
import { deadLetter } from './dead-letter.ts';

/** Milliseconds before a record that failed is tried again; doubled each time. */
const FIRST_PAUSE = 100;
/** Milliseconds before a function that can't be reached is called again: in AWS it always can. */
const OUT_OF_REACH_PAUSE = 500;

export interface StreamTarget {
  readonly streamArn: string;
  readonly shardId: string;
  readonly retryAttempts: number;
  /** @throws FunctionError when the function threw; another error when it can't be reached */
  readonly invoke: (records: readonly DynamoDBRecord[]) => Promise<unknown>;
  readonly sendToDlq: (letter: object) => Promise<void>;
}

/**
 * Gives a batch to the function until each record is done with, or was given up. As Lambda does with partial batch answers and
 * halving on errors: what comes before the first failure is done, the rest is halved until the one that fails is alone, and that is
 * tried again so many times.
 */
export async function handOver(target: StreamTarget, batch: readonly DynamoDBRecord[]): Promise<void> {
  let open = batch;
  let size = batch.length;
  let failures = 0;
  while (open.length > 0) {
    const tried = open.slice(0, size);
    const done = await attempt(target, tried);
    if (done > 0) failures = 0;
    open = open.slice(done);
    size = done === tried.length ? open.length : Math.ceil((tried.length - done) / 2);
    const [alone] = open;
    if (tried.length - done !== 1 || !alone) continue;
    failures += 1;
    if (failures > target.retryAttempts) {
      console.error(`a record of ${target.streamArn} failed ${failures} times and was given up`);
      await target.sendToDlq(deadLetter(target, alone, failures));
      open = open.slice(1);
      size = open.length;
      failures = 0;
    } else await pause(FIRST_PAUSE * 2 ** (failures - 1));
  }
}

/** How many from the beginning are done with. */
async function attempt(target: StreamTarget, records: readonly DynamoDBRecord[]): Promise<number> {
  for (;;) {
    try {
      return doneBefore(await target.invoke(records), records);
    } catch (error) {
      if (error instanceof FunctionError) return 0;
      console.error(`the function can't be reached: ${error instanceof Error ? error.message : error}`);
      await pause(OUT_OF_REACH_PAUSE);
    }
  }
}

/**
 * As Lambda reads an answer: no list means that all succeeded, an id that is empty or unknown that all failed, and else the lowest
 * sequence number is where it goes on.
 */
export function doneBefore(answer: unknown, records: readonly DynamoDBRecord[]): number {
  const failures = (answer as Partial<DynamoDBBatchResponse> | null)?.batchItemFailures ?? [];
  const places = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
  );
  return Math.max(0, Math.min(records.length, ...places));
}
