import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config.ts';
import { Monitoring } from '../constructs/monitoring.ts';
import type { StatefulStack } from './stateful.ts';
import type { StatelessStack } from './stateless.ts';

export interface MonitoringStackProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly stateful: StatefulStack;
  readonly stateless: StatelessStack;
}

/** Alarms and the dashboard: a stack of their own, as one holds 500 resources. */
export class MonitoringStack extends Stack {
  constructor(scope: Construct, id: string, props: MonitoringStackProps) {
    super(scope, id, props);
    const { config, stateful, stateless } = props;
    const { operationsKey: encryptionKey, stage, functions, queues } = stateless;
    new Monitoring(this, 'Monitoring', { config, encryptionKey, stage, functions, queues, table: stateful.table });
  }
}
