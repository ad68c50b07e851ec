import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RULE_SQL } from '../../contract/edge.ts';
import { sendTo, useQueueKey } from './statements.ts';

/**
 * Puts what boxes say on the queue edge-events, as the contract has it.
 */
export class UplinkRule extends Construct {
  constructor(scope: Construct, id: string, props: { ruleName: string; queue: Queue; dlq: Queue; queueKey: IKey }) {
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
        description: 'What boxes say, to the queue edge-events',
        awsIotSqlVersion: '2016-03-23',
        sql: RULE_SQL,
        actions: [{ sqs: { queueUrl: queue.queueUrl, roleArn: role.roleArn, useBase64: false } }],
        errorAction: { sqs: { queueUrl: dlq.queueUrl, roleArn: role.roleArn, useBase64: false } },
      },
    });
    rule.node.addDependency(role);
  }
}
