import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type GlobalSecondaryIndexProps,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** The indexes of the table: id of the partition, order within. They hold keys alone; rows are read by BatchGetItem. */
export const INDEXES = {
  byTenant: { partitionKey: string('tenantId'), sortKey: string('messageId') },
  byRecipient: { partitionKey: string('recipientList'), sortKey: string('messageId') },
  byState: { partitionKeys: [string('tenantId'), string('state')], sortKey: string('messageId') },
  byRoute: { partitionKeys: [string('tenantId'), string('route')], sortKey: string('messageId') },
  byBatch: { partitionKeys: [string('tenantId'), string('batchId')], sortKey: string('messageId') },
  byTemplate: { partitionKey: string('templateList'), sortKey: string('messageId') },
  byEvent: { partitionKey: string('eventList'), sortKey: string('messageId') },
  byRecord: { partitionKey: string('recordList'), sortKey: string('messageId') },
  bySender: { partitionKey: string('senderList'), sortKey: string('messageId') },
  byAudit: { partitionKey: string('tenantId'), sortKey: string('auditId') },
  workQueue: { partitionKey: string('workQueue'), sortKey: string('workOrder') },
} satisfies Record<string, Pick<GlobalSecondaryIndexProps, 'partitionKey' | 'partitionKeys' | 'sortKey'>>;
export type IndexName = keyof typeof INDEXES;

/** The one table. */
export class HerautTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: { tableName: string; encryptionKey: IKey }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...props,
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      timeToLiveAttribute: 'expiresAtSeconds',
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, keys] of Object.entries(INDEXES)) {
      this.table.addGlobalSecondaryIndex({ indexName, ...keys, projectionType: ProjectionType.KEYS_ONLY });
    }
  }
}
