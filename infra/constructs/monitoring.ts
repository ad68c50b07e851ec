import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config.ts';
import type { FunctionName } from '../functions.ts';
import { Alarms } from './alarms.ts';
import { addDashboard } from './dashboard.ts';
import { alarmOnFallingBehind, alarmOnFunction, alarmOnServerErrors, alarmOnSilence } from './function-alarms.ts';
import { alarmOnMailReputation } from './mail-alarms.ts';
import { alarmOnDeadLetters, alarmOnOldestMessage } from './queue-alarms.ts';
import type { Queues } from './queues.ts';
import { alarmOnTroubles } from './trouble-alarms.ts';

export interface MonitoringProps {
  readonly config: DeploymentConfig;
  readonly encryptionKey: IKey;
  readonly stage: HttpStage;
  readonly functions: Readonly<Record<FunctionName, Lambda>>;
  readonly queues: Queues;
  readonly table: Table;
}

/** Every alarm, and the dashboard that shows them. */
export class Monitoring extends Construct {
  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const { config, encryptionKey, stage, functions, queues, table } = props;
    const mail = config.alarmMail === undefined ? {} : { mail: config.alarmMail };
    const alarms = new Alarms(this, 'Alarms', { prefix: config.name, encryptionKey, ...mail });
    const workQueues = Object.fromEntries(Object.entries(queues.work).map(([name, { queue }]) => [name, queue]));

    for (const [name, dlq] of Object.entries(queues.dlqs)) alarmOnDeadLetters(alarms, name, dlq);
    for (const [name, queue] of Object.entries(workQueues)) alarmOnOldestMessage(alarms, name, queue);
    for (const [name, lambda] of Object.entries(functions)) alarmOnFunction(alarms, name, lambda);
    alarmOnFallingBehind(alarms, 'after', functions.after);
    alarmOnMailReputation(alarms);
    alarmOnSilence(alarms, 'clock', functions.clock);
    alarmOnServerErrors(alarms, stage);
    const troubles = alarmOnTroubles(this, alarms, config.name, functions);
    addDashboard(this, 'Dashboard', {
      name: config.name,
      stage,
      functions,
      queues: { ...workQueues, ...queues.dlqs },
      table,
      troubles,
      alarms: alarms.all,
    });
  }
}
