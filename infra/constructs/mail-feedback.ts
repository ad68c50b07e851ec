import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface MailFeedbackProps {
  /** of the configuration set, with which every mail is sent */
  readonly name: string;
  readonly queue: Queue;
  readonly dlq: Queue;
  readonly encryptionKey: IKey;
}

/** Brings back what becomes of mails: SES tells a topic, and that the queue `mail-events`. */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, { name, queue, dlq, encryptionKey }: MailFeedbackProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const set = new CfnConfigurationSet(this, 'Set', {
      name,
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      // The agency's own marks decide, which its staff can see and clear; the account's list they can't.
      suppressionOptions: { suppressedReasons: [] },
    });
    const setArn = Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName: name });
    const topic = new Topic(this, 'Topic', {
      topicName: `${name}-mail-events`,
      masterKey: encryptionKey,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'PublishMailEvents',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnEquals: { 'aws:SourceArn': setArn } },
      }),
    );
    for (const target of [queue, dlq])
      target.addToResourcePolicy(
        new PolicyStatement({
          sid: 'TakeMailEvents',
          principals: [new ServicePrincipal('sns.amazonaws.com')],
          actions: ['sqs:SendMessage'],
          resources: [target.queueArn],
          conditions: { ArnEquals: { 'aws:SourceArn': topic.topicArn } },
        }),
      );
    new CfnSubscription(this, 'Subscription', {
      topicArn: topic.topicArn,
      protocol: 'sqs',
      endpoint: queue.queueArn,
      redrivePolicy: { deadLetterTargetArn: dlq.queueArn },
    });
    const destination = new CfnConfigurationSetEventDestination(this, 'Destination', {
      configurationSetName: set.ref,
      eventDestination: {
        name: 'heraut',
        enabled: true,
        matchingEventTypes: ['BOUNCE', 'COMPLAINT'],
        snsDestination: { topicArn: topic.topicArn },
      },
    });
    // SES tries whether it may publish.
    destination.node.addDependency(topic);
  }
}
