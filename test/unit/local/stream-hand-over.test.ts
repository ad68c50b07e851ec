import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { doneBefore, handOver } from '../../../local/event-sources/stream/hand-over.ts';
import { matches } from '../../../local/event-sources/stream/matches.ts';
import { FunctionError } from '../../../local/lambda/invoke-function.ts';

const record = (SequenceNumber: string): DynamoDBRecord => ({ dynamodb: { SequenceNumber } });
const numbers = (records: readonly DynamoDBRecord[]) => records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '');
const batch = ['1', '2', '3', '4'].map(record);

describe("a filter of Lambda's", () => {
  const pattern = {
    eventName: ['MODIFY'],
    dynamodb: { NewImage: { id: { S: [{ prefix: 'wrk_' }] }, n: { N: ['3'] } } },
  };
  const fitting = { eventName: 'MODIFY', dynamodb: { NewImage: { id: { S: 'wrk_1' }, n: { N: '3' } } } };
  it('lets through what fits in every field', () => {
    expect(matches(pattern, fitting)).toBe(true);
  });

  it.each([
    ['another event', { ...fitting, eventName: 'REMOVE' }],
    ['another prefix', { ...fitting, dynamodb: { NewImage: { id: { S: 'emp_1' }, n: { N: '3' } } } }],
    ['another number', { ...fitting, dynamodb: { NewImage: { id: { S: 'wrk_1' }, n: { N: '33' } } } }],
    ['no image', { eventName: 'MODIFY', dynamodb: {} }],
    ['an attribute of another type', { ...fitting, dynamodb: { NewImage: { id: { S: 'wrk_1' }, n: { S: '3' } } } }],
  ])('keeps back %s', (_, value) => {
    expect(matches(pattern, value)).toBe(false);
  });
});

describe('the answer to a batch of a stream, as Lambda reads it', () => {
  it.each([
    ['no answer', null, 4],
    ['an empty list', { batchItemFailures: [] }, 4],
    ['one failure', { batchItemFailures: [{ itemIdentifier: '3' }] }, 2],
    ['the lowest of two', { batchItemFailures: [{ itemIdentifier: '4' }, { itemIdentifier: '2' }] }, 1],
    ['an unknown one', { batchItemFailures: [{ itemIdentifier: '9' }] }, 0],
    ['an empty one', { batchItemFailures: [{ itemIdentifier: '' }] }, 0],
  ])('goes on after %s', (_, answer, done) => {
    expect(doneBefore(answer, batch)).toBe(done);
  });
});

/** A function that fails for some records, by naming them or by throwing. */
async function handed(fails: (number: string, times: number) => boolean, { throwing = false } = {}) {
  vi.useFakeTimers();
  const times = new Map<string, number>();
  const letters: object[] = [];
  const done = new Set<string>();
  const handing = handOver(
    {
      streamArn: 'arn:of-the-stream',
      shardId: 'shard-1',
      retryAttempts: 2,
      async invoke(records) {
        const failed = numbers(records).filter((number) => {
          times.set(number, (times.get(number) ?? 0) + 1);
          return fails(number, times.get(number) ?? 0);
        });
        if (throwing && failed.length > 0) throw new FunctionError('{}');
        for (const number of numbers(records)) if (!failed.includes(number)) done.add(number);
        return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
      },
      sendToDlq: async (letter) => void letters.push(letter),
    },
    batch,
  );
  await vi.runAllTimersAsync();
  await handing;
  vi.useRealTimers();
  return { times, letters, done: [...done].sort() };
}

describe('a batch of a stream', () => {
  it.each([true, false])(
    'S4 goes on without the record that always fails, which is told by its place alone',
    async (throwing) => {
      const { letters, done } = await handed((number) => number === '2', { throwing });
      expect(done).toEqual(['1', '3', '4']);
      expect(letters).toEqual([
        expect.objectContaining({
          DDBStreamBatchInfo: expect.objectContaining({
            shardId: 'shard-1',
            startSequenceNumber: '2',
            endSequenceNumber: '2',
            batchSize: 1,
            streamArn: 'arn:of-the-stream',
          }),
        }),
      ]);
    },
  );

  it('loses nothing to a failure that passes', async () => {
    const { letters, done, times } = await handed((number, time) => number === '3' && time < 3);
    expect({ letters, done }).toEqual({ letters: [], done: ['1', '2', '3', '4'] });
    expect(times.get('1')).toBe(1);
  });
});
