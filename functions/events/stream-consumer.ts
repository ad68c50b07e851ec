import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { errorFields, type Log } from '../http/log.ts';

/**
 * A Lambda handler for the table's stream. The records of a batch are worked off side by side: each looks at what there is now,
 * so that their order says nothing. Lambda goes on from the first that is named, so that those after it come again.
 * Source: AWS Lambda Developer Guide, "Configuring partial batch response with DynamoDB and Lambda".
 */
export function streamConsumer(log: Log, follow: (record: DynamoDBRecord) => Promise<void>) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const results = await Promise.allSettled(Records.map(async (record) => follow(record)));
    const failed = Records.filter((_, place) => results[place]?.status === 'rejected');
    for (const result of results) {
      if (result.status === 'rejected') log.error('records failed', { count: 1, ...errorFields(result.reason) });
    }
    return {
      batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })),
    };
  };
}
