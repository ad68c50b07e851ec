import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { CONFLICT_TRIES } from '../../../functions/adapters/dynamodb/retry.ts';
import { Table } from '../../../functions/adapters/dynamodb/table.ts';

// DynamoDB Local never shows a conflict of transactions, so here the client is a stand-in that throws what AWS documents.
function tableThat(...answers: (Error | object)[]) {
  const pauses: number[] = [];
  let sent = 0;
  const send = () => {
    const answer = answers[Math.min(sent++, answers.length - 1)];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const pause = async (round: number) => void pauses.push(round);
  return {
    table: new Table({ client: { send } as unknown as DynamoDBClient, tableName: 't', pause }),
    pauses,
    sent: () => sent,
  };
}
const canceled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const two = [{ put: { pk: 'a', sk: 'a' } }, { put: { pk: 'b', sk: 'b' } }] as const;

it('tries a transaction again that met another one, after a pause that grows', async () => {
  const { table, pauses } = tableThat(
    canceled('TransactionConflict', 'None'),
    canceled('None', 'TransactionConflict'),
    {},
  );
  expect(await table.write(...two)).toEqual({ done: true });
  expect(pauses).toEqual([1, 2]);
});

it('tries a single write again that met a transaction', async () => {
  const conflict = Object.assign(new Error('conflict'), { name: 'TransactionConflictException' });
  const { table, sent } = tableThat(conflict, {});
  expect(await table.write(two[0])).toEqual({ done: true });
  expect(sent()).toBe(2);
});

it('gives up on conflicts that do not end, and says that it is to be tried later', async () => {
  const { table, sent } = tableThat(canceled('TransactionConflict', 'None'));
  await expect(table.write(...two)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  expect(sent()).toBe(CONFLICT_TRIES);
});

it('never repeats a write that a condition refused, and tells which one', async () => {
  const there = { pk: { S: 'b' }, state: { S: 'submitted' } };
  const refused = new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: there }],
  });
  const { table, sent } = tableThat(refused);
  expect(await table.write(...two)).toEqual({ done: false, refused: [undefined, { pk: 'b', state: 'submitted' }] });
  expect(sent()).toBe(1);
  const single = tableThat(new ConditionalCheckFailedException({ message: '', $metadata: {} }));
  expect(await single.table.write(two[0])).toEqual({ done: false, refused: [{}] });
});

it.each([
  Object.assign(new Error('late'), { name: 'TimeoutError' }),
  Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  Object.assign(new Error('slow down'), { name: 'ThrottlingException' }),
  canceled('ThrottlingError', 'None'),
  canceled('None', 'ProvisionedThroughputExceeded'),
  Object.assign(new Error('in progress'), { name: 'TransactionInProgressException' }),
  Object.assign(new Error('theirs'), { $metadata: { httpStatusCode: 500 } }),
])('calls an outage an outage: %s', async (error) => {
  await expect(tableThat(error).table.get({ pk: 'a', sk: 'a' })).rejects.toMatchObject({
    code: 'temporarily-unavailable',
    cause: error,
  });
});

it('passes on a fault of ours as it is', async () => {
  const fault = Object.assign(new Error('wrong'), { name: 'ValidationException', $metadata: { httpStatusCode: 400 } });
  await expect(tableThat(fault).table.get({ pk: 'a', sk: 'a' })).rejects.toBe(fault);
});

it('asks again for the keys that a batch left out', async () => {
  const item = (pk: string) => ({ pk: { S: pk }, sk: { S: 's' } });
  const { table, pauses } = tableThat(
    { Responses: { t: [item('a')] }, UnprocessedKeys: { t: { Keys: [item('b')] } } },
    { Responses: { t: [item('b')] } },
  );
  const keys = ['a', 'b', 'c'].map((pk) => ({ pk, sk: 's' }));
  expect(await table.batchGet(keys.slice(0, 2))).toEqual([
    { pk: 'a', sk: 's' },
    { pk: 'b', sk: 's' },
  ]);
  expect(pauses).toEqual([1]);
});
