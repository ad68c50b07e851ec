import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** The end of the line: 14 days, the longest that SQS keeps anything. */
export function deadLetterQueue(scope: Construct, id: string, queueName: string, encryptionMasterKey: IKey): Queue {
  return new Queue(scope, id, {
    queueName,
    encryption: QueueEncryption.KMS,
    encryptionMasterKey,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

/** A queue, and where its messages go that fail five times. */
export class QueueWithDlq extends Construct {
  readonly queue: Queue;
  readonly dlq: Queue;

  /** `consumerTimeout`: of the function that reads it; a message stays hidden six times as long, as Lambda asks. */
  constructor(
    scope: Construct,
    id: string,
    props: { queueName: string; encryptionMasterKey: IKey; consumerTimeout: Duration },
  ) {
    super(scope, id);
    this.dlq = deadLetterQueue(this, 'Dlq', `${props.queueName}-dlq`, props.encryptionMasterKey);
    this.queue = new Queue(this, 'Queue', {
      queueName: props.queueName,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.encryptionMasterKey,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.dlq, maxReceiveCount: 5 },
    });
  }
}
