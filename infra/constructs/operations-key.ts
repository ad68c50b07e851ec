import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The key of logs and alarms. CloudWatch itself uses it, so it is not the key that the data has. */
export class OperationsKey extends Key {
  constructor(scope: Construct, id: string, props: { logGroupPrefix: string }) {
    super(scope, id, {
      description: 'Logs and alarms at rest',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
    });
    const stack = Stack.of(this);
    const logGroups = stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `${props.logGroupPrefix}/*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EncryptLogs',
        principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
        // as in the Amazon CloudWatch Logs User Guide, "Encrypt log data using AWS KMS"
        actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'PublishAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        // as in the Amazon SNS Developer Guide, "Enable compatibility between event sources from AWS services and encrypted topics"
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    );
  }
}
