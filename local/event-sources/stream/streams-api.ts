import type { DynamoDBRecord } from 'aws-lambda';

/** A part of a stream, closed when `EndingSequenceNumber` is there. */
export interface Shard {
  readonly ShardId: string;
  readonly ParentShardId?: string;
  readonly SequenceNumberRange: { readonly EndingSequenceNumber?: string };
}

/** The stream forgets its records after 24 hours. */
export class TrimmedError extends Error {
  override name = 'TrimmedError';
}

const PATIENCE_MILLISECONDS = 5_000;
const REGION = process.env['AWS_REGION'] ?? '';
/** DynamoDB Local asks for a signature of this form, and checks nothing of it. */
const AUTHORIZATION = `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;

/**
 * DynamoDB Streams as it speaks on the wire: its JSON is the very form in which Lambda hands records to a function, so that nothing
 * is lost on the way there and back.
 */
export class StreamsApi {
  readonly #endpoint: string;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  async streamOf(tableName: string): Promise<string | undefined> {
    const { Streams } = await this.#call<{ Streams: { StreamArn: string }[] }>('ListStreams', { TableName: tableName });
    return Streams[0]?.StreamArn;
  }

  /** Parents before their children. */
  async shards(StreamArn: string): Promise<Shard[]> {
    const shards: Shard[] = [];
    for (let after: string | undefined; ; ) {
      const { StreamDescription } = await this.#call<{
        StreamDescription: { Shards: Shard[]; LastEvaluatedShardId?: string };
      }>('DescribeStream', { StreamArn, ...(after && { ExclusiveStartShardId: after }) });
      shards.push(...StreamDescription.Shards);
      after = StreamDescription.LastEvaluatedShardId;
      if (after === undefined) return shards;
    }
  }

  /** @param after sequence number of the last record that is done with; undefined: from the beginning */
  async iterator(StreamArn: string, ShardId: string, after: string | undefined): Promise<string> {
    const { ShardIterator } = await this.#call<{ ShardIterator: string }>('GetShardIterator', {
      StreamArn,
      ShardId,
      ...(after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
    });
    return ShardIterator;
  }

  /** `next` is absent at the end of a closed shard. */
  async records(ShardIterator: string): Promise<{ records: DynamoDBRecord[]; next?: string }> {
    const { Records, NextShardIterator } = await this.#call<{ Records: DynamoDBRecord[]; NextShardIterator?: string }>(
      'GetRecords',
      { ShardIterator },
    );
    return { records: Records, ...(NextShardIterator && { next: NextShardIterator }) };
  }

  async #call<T>(action: string, input: object): Promise<T> {
    const response = await fetch(this.#endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${action}`,
        authorization: AUTHORIZATION,
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const text = await response.text();
    if (text.includes('TrimmedDataAccessException')) throw new TrimmedError(text);
    if (!response.ok) throw new Error(`${action} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }
}
