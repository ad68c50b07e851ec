import { randomUUID } from 'node:crypto';
import type { DynamoDBRecord } from 'aws-lambda';

/**
 * What Lambda sends where a record failed for good: the place of the record, never what it says.
 * Source: AWS Lambda Developer Guide, "Retaining discarded records with DynamoDB and Lambda".
 */
export function deadLetter(
  { streamArn, shardId }: { readonly streamArn: string; readonly shardId: string },
  { dynamodb }: DynamoDBRecord,
  invocations: number,
): object {
  const arrival = new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: `arn:aws:lambda:${process.env['AWS_REGION']}:000000000000:function:after`,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: invocations,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: dynamodb?.SequenceNumber,
      endSequenceNumber: dynamodb?.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival,
      approximateArrivalOfLastRecord: arrival,
      batchSize: 1,
      streamArn,
    },
  };
}
