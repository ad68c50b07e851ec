import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { streamConsumer } from '../../../functions/events/stream-consumer.ts';
import { createLog } from '../../../functions/http/log.ts';

const event = (...numbers: string[]): DynamoDBStreamEvent => ({
  Records: numbers.map((SequenceNumber) => ({ dynamodb: { SequenceNumber } })),
});
function consumer(follow: (number: string) => Promise<void>) {
  const lines: string[] = [];
  const log = createLog(
    (line) => void lines.push(line),
    () => new Date(0),
  );
  const numberOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? '';
  return { handler: streamConsumer(log, (record) => follow(numberOf(record))), lines };
}

it('works off the records of a batch side by side', async () => {
  let open = 0;
  const all = Promise.withResolvers<void>();
  const { handler } = consumer(() => {
    open += 1;
    if (open === 3) all.resolve();
    return all.promise;
  });
  expect(await handler(event('1', '2', '3'))).toEqual({ batchItemFailures: [] });
});

it('names each record that failed, lets the others through, and logs nothing of what they say', async () => {
  const done: string[] = [];
  const { handler, lines } = consumer(async (number) => {
    if (number === '2') throw new Error('mail of jan@example.com');
    done.push(number);
  });
  expect(await handler(event('1', '2', '3'))).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(done).toEqual(['1', '3']);
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toContain('jan@');
});

it('names a record that fails at once, too', async () => {
  const { handler } = consumer(() => {
    throw new Error('not readable');
  });
  expect(await handler(event('7'))).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
});
