import { Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type CreateAlarmOptions,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** A section of docs/operating.md: what the alarm means, what to look at, what to do. */
export type Runbook =
  | 'dead-letters'
  | 'queue-falls-behind'
  | 'stream-falls-behind'
  | 'mails-come-back'
  | 'function-errors'
  | 'function-throttled'
  | 'api-answers-5xx'
  | 'clock-stopped'
  | 'troubles-in-the-logs';

export interface AlarmSpec {
  readonly name: string;
  readonly runbook: Runbook;
  readonly meaning: string;
  readonly metric: Metric;
  readonly threshold: number;
  /** of the metric's periods in a row; 1 unless told */
  readonly periods?: number;
  /** `below` alarms when nothing is measured, too */
  readonly when: 'above' | 'below';
}

/** Alarms that go to one topic, also when they are over. */
export class Alarms extends Construct {
  /** those added so far */
  readonly all: Alarm[] = [];
  readonly #prefix: string;
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, props: { prefix: string; encryptionKey: IKey; mail?: string }) {
    super(scope, id);
    this.#prefix = props.prefix;
    this.#topic = new Topic(this, 'Topic', {
      topicName: `${props.prefix}-alarms`,
      masterKey: props.encryptionKey,
      enforceSSL: true,
    });
    // A policy of its own, which TLS asks for, takes the place of the one that lets the account's alarms publish.
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'PublishAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (props.mail !== undefined) this.#topic.addSubscription(new EmailSubscription(props.mail));
  }

  add(spec: AlarmSpec): void {
    const comparison: Pick<CreateAlarmOptions, 'comparisonOperator' | 'treatMissingData'> =
      spec.when === 'above'
        ? {
            comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.NOT_BREACHING,
          }
        : {
            comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.BREACHING,
          };
    const alarm = new Alarm(this, spec.name, {
      alarmName: `${this.#prefix}-${spec.name}`,
      alarmDescription: `${spec.meaning} What to do: docs/operating.md#${spec.runbook}`,
      metric: spec.metric,
      threshold: spec.threshold,
      evaluationPeriods: spec.periods ?? 1,
      ...comparison,
    });
    const action = new SnsAction(this.#topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    this.all.push(alarm);
  }
}
