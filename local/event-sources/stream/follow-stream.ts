import { setTimeout as pause } from 'node:timers/promises';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord } from 'aws-lambda';
import { FOLLOWED } from '../../../contract/followed.ts';
import { TABLE_STREAM } from '../../../infra/table-stream.ts';
import { invokeFunction } from '../../lambda/invoke-function.ts';
import { handOver } from './hand-over.ts';
import { matches } from './matches.ts';
import { type Place, PlaceFile } from './place.ts';
import { type Shard, type StreamsApi, TrimmedError } from './streams-api.ts';

/** Milliseconds between two looks at a stream in which nothing is new; Lambda looks four times a second. */
const POLL = 250;
/** Milliseconds before a table that can't be reached is asked again. */
const TRY_AGAIN = 500;

export interface StreamSource {
  readonly tableName: string;
  /** host:port of the function */
  readonly function: string;
  readonly dlqUrl: string;
  /** where the place in the stream is kept */
  readonly placeFile: string;
}

/** Hands over the changes that are followed, each at least once, from where it was when it last ran; ends never. */
export async function followStream(streams: StreamsApi, sqs: SQSClient, source: StreamSource): Promise<never> {
  for (;;) {
    try {
      const streamArn = await streams.streamOf(source.tableName);
      if (streamArn === undefined) throw new Error(`the table ${source.tableName} has no stream`);
      const file = new PlaceFile(source.placeFile);
      const place = await file.read(streamArn);
      for (;;) {
        const heard = await readOn(streams, sqs, source, place, file);
        if (!heard) await pause(POLL);
      }
    } catch (error) {
      console.error(`the stream of ${source.tableName}: ${error instanceof Error ? error.message : error}`);
      await pause(TRY_AGAIN);
    }
  }
}

/** Reads each shard to its present end. False when nothing was there. */
async function readOn(
  streams: StreamsApi,
  sqs: SQSClient,
  source: StreamSource,
  place: Place,
  file: PlaceFile,
): Promise<boolean> {
  const shards = await streams.shards(place.streamArn);
  // What the stream has forgotten need not be kept.
  const known = shards.map(({ ShardId }) => [ShardId, place.shards[ShardId] ?? { done: false }] as const);
  place.shards = Object.fromEntries(known);
  let heard = false;
  for (const { ShardId } of shards) {
    const at = place.shards[ShardId];
    if (!at || at.done) continue;
    let iterator: string | undefined = await iteratorAt(streams, place.streamArn, ShardId, at.after);
    while (iterator !== undefined) {
      const { records, next } = await streams.records(iterator);
      if (records.length === 0 && next !== undefined) break;
      await takeAll(sqs, source, { streamArn: place.streamArn, shardId: ShardId }, records);
      at.after = records.at(-1)?.dynamodb?.SequenceNumber ?? at.after;
      at.done = next === undefined;
      await file.write(place);
      heard ||= records.length > 0;
      iterator = next;
    }
  }
  return heard;
}

async function iteratorAt(streams: StreamsApi, arn: string, shard: Shard['ShardId'], after: string | undefined) {
  try {
    return await streams.iterator(arn, shard, after);
  } catch (error) {
    if (!(error instanceof TrimmedError)) throw error;
    console.error(`${shard} has forgotten what was not read for a day`);
    return streams.iterator(arn, shard, undefined);
  }
}

async function takeAll(
  sqs: SQSClient,
  source: StreamSource,
  where: { streamArn: string; shardId: string },
  records: readonly DynamoDBRecord[],
): Promise<void> {
  const awsRegion = process.env['AWS_REGION'] ?? '';
  const eventSourceARN = where.streamArn.replace(':ddblocal:', `:${awsRegion}:`);
  const followed = records
    .filter((record) => Object.values(FOLLOWED).some((pattern) => matches(pattern, record)))
    .map((record) => ({ ...record, awsRegion, eventSourceARN }));
  const target = {
    ...where,
    retryAttempts: TABLE_STREAM.retryAttempts,
    invoke: (Records: readonly DynamoDBRecord[]) => invokeFunction(source.function, { Records }),
    sendToDlq: async (letter: object) => {
      await sqs.send(new SendMessageCommand({ QueueUrl: source.dlqUrl, MessageBody: JSON.stringify(letter) }));
    },
  };
  for (let from = 0; from < followed.length; from += TABLE_STREAM.batchSize) {
    await handOver(target, followed.slice(from, from + TABLE_STREAM.batchSize));
  }
}
