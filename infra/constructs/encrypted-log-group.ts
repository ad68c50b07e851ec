import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface LogProps {
  /** begins the name of every log group, `/heraut` */
  readonly prefix: string;
  readonly encryptionKey: IKey;
  readonly retention: RetentionDays;
}

/** A log group that ends on time, encrypted by our own key. */
export function encryptedLogGroup(scope: Construct, id: string, name: string, logs: LogProps): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName: `${logs.prefix}/${name}`,
    encryptionKey: logs.encryptionKey,
    retention: logs.retention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
