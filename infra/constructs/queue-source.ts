import { EventSourceMapping, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { QUEUE_SOURCE } from '../queue-source.ts';

/** Starts a function by a queue. What fails of a batch comes back alone. */
export function startByQueue(scope: Construct, id: string, queue: IQueue, target: Lambda): EventSourceMapping {
  return new EventSourceMapping(scope, id, {
    target,
    eventSourceArn: queue.queueArn,
    ...QUEUE_SOURCE,
    reportBatchItemFailures: true,
  });
}
