import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { queueConsumer } from '../../../functions/events/queue-consumer.ts';
import { createLog } from '../../../functions/http/log.ts';

const event = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({ messageId: `record-${index}`, body }) as SQSRecord),
});
function consumer(work: (contents: readonly [string, ...string[]]) => Promise<void>) {
  const lines: string[] = [];
  const log = createLog(
    (line) => void lines.push(line),
    () => new Date(0),
  );
  const read = (body: string) => {
    const [key, content] = JSON.parse(body) as [string, string];
    return { key, content };
  };
  return { handler: queueConsumer(log, read, work), lines };
}

it('works off together what belongs together, in order', async () => {
  const worked: (readonly string[])[] = [];
  const { handler } = consumer(async (contents) => void worked.push(contents));
  expect(await handler(event('["a","1"]', '["b","2"]', '["a","3"]'))).toEqual({ batchItemFailures: [] });
  expect(worked).toEqual([['1', '3'], ['2']]);
});

it('gives back the records that failed and no other, and logs nothing of what they say', async () => {
  const { handler, lines } = consumer(async ([content]) => {
    if (content === '0612345678') throw new Error('number 0612345678');
  });
  const answer = await handler(event('["a","0612345678"]', 'not JSON', '["b","fine"]'));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'record-1' }, { itemIdentifier: 'record-0' }] });
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('0612345678');
});

it('B7 one agency that takes long holds up no other: groups are worked off side by side', async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { handler } = consumer(([content]) => (content === 'slow' ? slow : Promise.resolve(release())));
  expect(await handler(event('["a","slow"]', '["b","short"]'))).toEqual({ batchItemFailures: [] });
});
