import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config.ts';
import { FilesBucket } from '../constructs/files-bucket.ts';
import { HerautTable } from '../constructs/table.ts';

/** What holds data, and its key. Termination protection, deletion protection and RETAIN: three locks on one door. */
export class StatefulStack extends Stack {
  /** encrypts the table, the queues and the files */
  readonly dataKey: Key;
  readonly table: Table;
  readonly files: IBucket;

  constructor(scope: Construct, id: string, props: StackProps & { readonly config: DeploymentConfig }) {
    super(scope, id, props);
    this.dataKey = new Key(this, 'DataKey', {
      description: 'Messages and accounts at rest',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#takeMailEvents();
    this.table = new HerautTable(this, 'Heraut', {
      tableName: props.config.name,
      encryptionKey: this.dataKey,
    }).table;
    this.files = new FilesBucket(this, 'Files', { encryptionKey: this.dataKey, config: props.config }).bucket;
  }

  /** SES writes to an encrypted topic, and that to an encrypted queue, each in its own name. */
  #takeMailEvents(): void {
    this.dataKey.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MailEvents',
        principals: [new ServicePrincipal('ses.amazonaws.com'), new ServicePrincipal('sns.amazonaws.com')],
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: ['*'], // in the policy of a key: this key
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
  }
}
