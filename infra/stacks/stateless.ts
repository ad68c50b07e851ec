import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { routes } from '../../contract/routes/index.ts';
import type { DeploymentConfig } from '../config.ts';
import { EveryMinute } from '../constructs/every-minute.ts';
import { FunctionSet } from '../constructs/function-set.ts';
import { RouteTableApi } from '../constructs/http-api.ts';
import { MailFeedback } from '../constructs/mail-feedback.ts';
import { OperationsKey } from '../constructs/operations-key.ts';
import { Queues } from '../constructs/queues.ts';
import type { StatefulStack } from './stateful.ts';

export interface StatelessProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly stateful: StatefulStack;
}

/** What can be replaced at any time: functions, API, queues, clock. */
export class StatelessStack extends Stack {
  readonly queues: Queues;
  readonly functions: FunctionSet['functions'];
  readonly stage: HttpStage;
  /** encrypts logs, and what alarms say */
  readonly operationsKey: IKey;

  constructor(scope: Construct, id: string, props: StatelessProps) {
    super(scope, id, props);
    const { config } = props;
    const { table, dataKey, files } = props.stateful;
    const logGroupPrefix = `/${config.name}`;
    const encryptionKey = new OperationsKey(this, 'OperationsKey', { logGroupPrefix });
    const logs = { prefix: logGroupPrefix, encryptionKey, retention: config.logRetentionDays };

    this.queues = new Queues(this, 'Queues', { prefix: config.name, encryptionKey: dataKey });
    const { queues } = this;
    this.operationsKey = encryptionKey;
    this.functions = new FunctionSet(this, 'Functions', { config, table, files, dataKey, queues, logs }).functions;
    const { functions } = this;
    const { stage, domain } = new RouteTableApi(this, 'Http', { config, routes, functions, logs });
    new EveryMinute(this, 'Clock', {
      name: `${config.name}-clock`,
      target: functions.clock,
      dlq: queues.clockDlq,
      queueKey: dataKey,
    });
    new MailFeedback(this, 'MailFeedback', {
      name: config.name,
      queue: queues.work['mail-events'].queue,
      dlq: queues.work['mail-events'].dlq,
      encryptionKey: dataKey,
    });
    this.stage = stage;
    new CfnOutput(this, 'OriginTarget', {
      description: `What the DNS name ${config.origin.name} has to point to`,
      value: domain.regionalDomainName,
    });
  }
}
