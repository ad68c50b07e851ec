import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventInvokeConfig, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { sendTo, useQueueKey } from './statements.ts';

const MAX_AGE = Duration.minutes(1);

export interface EveryMinuteProps {
  readonly name: string;
  readonly target: Lambda;
  readonly dlq: Queue;
  readonly queueKey: IKey;
}

/**
 * Calls a function each minute. A call that fails is not repeated: the next minute's does the same work. The scheduler
 * hands over asynchronously, so that Lambda has retries of its own, which are off as well.
 */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, props: EveryMinuteProps) {
    super(scope, id);
    const { target, dlq, queueKey } = props;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const mayInvoke = new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] });
    for (const statement of [mayInvoke, sendTo(dlq), useQueueKey(queueKey, 'send')]) role.addToPolicy(statement);
    const schedule = new CfnSchedule(this, 'Schedule', {
      name: props.name,
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: MAX_AGE.toSeconds() },
        deadLetterConfig: { arn: dlq.queueArn },
      },
    });
    schedule.node.addDependency(role);
    target.addToRolePolicy(sendTo(dlq));
    target.addToRolePolicy(useQueueKey(queueKey, 'send'));
    new EventInvokeConfig(this, 'Asynchronous', {
      function: target,
      retryAttempts: 0,
      maxEventAge: MAX_AGE,
      onFailure: { bind: () => ({ destination: dlq.queueArn }) },
    });
  }
}
