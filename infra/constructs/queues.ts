import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FUNCTIONS, type FunctionSpec, functionNames, type QueueName, queueNames } from '../functions.ts';
import { acknowledge } from './acknowledge.ts';
import { deadLetterQueue, QueueWithDlq } from './queue-with-dlq.ts';

/** Every queue. The queue of record is the table; these hurry things along. */
export class Queues extends Construct {
  readonly work: Readonly<Record<QueueName, QueueWithDlq>>;
  /** calls of the clock that failed */
  readonly clockDlq: Queue;
  /** Where in the table's stream a change lies from which nothing could follow: a place, which nothing reads from here. */
  readonly afterDlq: Queue;
  /** What an IoT rule could not put on its queue. Its form differs, so it has its own queue: nothing here is put back. */
  readonly edgeRuleDlq: Queue;

  constructor(scope: Construct, id: string, props: { prefix: string; encryptionKey: IKey }) {
    super(scope, id);
    const { prefix, encryptionKey } = props;
    const workQueue = (name: QueueName) =>
      new QueueWithDlq(this, name, {
        queueName: `${prefix}-${name}`,
        encryptionMasterKey: encryptionKey,
        consumerTimeout: timeoutOfConsumer(name),
      });
    this.work = Object.fromEntries(queueNames.map((name) => [name, workQueue(name)])) as Queues['work'];
    this.clockDlq = deadLetterQueue(this, 'clock-dlq', `${prefix}-clock-dlq`, encryptionKey);
    this.afterDlq = deadLetterQueue(this, 'after-dlq', `${prefix}-after-dlq`, encryptionKey);
    this.edgeRuleDlq = deadLetterQueue(this, 'edge-rule-dlq', `${prefix}-edge-rule-dlq`, encryptionKey);
    for (const dlq of [this.clockDlq, this.afterDlq, this.edgeRuleDlq]) {
      acknowledge(dlq, {
        'AwsSolutions-SQS3':
          'It is a dead letter queue itself, of a schedule, a stream or an IoT rule, which the check does not know.',
      });
    }
  }

  get dlqs(): Readonly<Record<string, Queue>> {
    return {
      ...Object.fromEntries(queueNames.map((name) => [`${name}-dlq`, this.work[name].dlq])),
      'clock-dlq': this.clockDlq,
      'after-dlq': this.afterDlq,
      'edge-rule-dlq': this.edgeRuleDlq,
    };
  }
}

function timeoutOfConsumer(queue: QueueName): Duration {
  const consumer = functionNames.map((name): FunctionSpec => FUNCTIONS[name]).find((spec) => spec.consumes === queue);
  if (consumer === undefined) throw new Error(`no function reads the queue ${queue}`);
  return Duration.seconds(consumer.timeoutSeconds);
}
