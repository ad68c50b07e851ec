import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { sendTo, useQueueKey } from './statements.ts';

export interface UplinkRuleProps {
  readonly ruleName: string;
  readonly description: string;
  /** as the contract has it */
  readonly sql: string;
  readonly queue: Queue;
  readonly dlq: Queue;
  readonly queueKey: IKey;
}

/** Puts what boxes say on a topic on a queue. */
export class UplinkRule extends Construct {
  constructor(scope: Construct, id: string, props: UplinkRuleProps) {
    super(scope, id);
    const { queue, dlq } = props;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('iot.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(sendTo(queue, dlq));
    role.addToPolicy(useQueueKey(props.queueKey, 'send'));
    const rule = new CfnTopicRule(this, 'Rule', {
      ruleName: props.ruleName,
      topicRulePayload: {
        description: props.description,
        awsIotSqlVersion: '2016-03-23',
        sql: props.sql,
        actions: [{ sqs: { queueUrl: queue.queueUrl, roleArn: role.roleArn, useBase64: false } }],
        errorAction: { sqs: { queueUrl: dlq.queueUrl, roleArn: role.roleArn, useBase64: false } },
      },
    });
    rule.node.addDependency(role);
  }
}
