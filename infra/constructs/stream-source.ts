import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, type Function as Lambda, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { FOLLOWED } from '../../contract/followed.ts';
import { TABLE_STREAM } from '../table-stream.ts';

/**
 * Starts a function by the changes that are followed, and by no other. `dlq` takes where in the stream a record lies that failed
 * for good, never what it says.
 */
export function startByTableStream(
  scope: Construct,
  id: string,
  { streamArn, target, dlq }: { streamArn: string; target: Lambda; dlq: IQueue },
): EventSourceMapping {
  const { batchSize, retryAttempts, maxRecordAgeHours, parallelizationFactor } = TABLE_STREAM;
  return new EventSourceMapping(scope, id, {
    target,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: Object.values(FOLLOWED).map((pattern) => FilterCriteria.filter(pattern)),
    batchSize,
    parallelizationFactor,
    retryAttempts,
    maxRecordAge: Duration.hours(maxRecordAgeHours),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: { bind: () => ({ destination: dlq.queueArn }) },
  });
}
