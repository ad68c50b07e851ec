import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

export const TABLE_NAME = 'heraut';

/** The table as infra/constructs/table.ts has it; a test compares the two. */
export const TABLE: CreateTableCommandInput = {
  TableName: TABLE_NAME,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    ...['pk', 'sk', 'tenantId', 'messageId', 'workQueue', 'workOrder'],
    ...[
      'recipientList',
      'state',
      'senderList',
      'route',
      'batchId',
      'templateList',
      'eventList',
      'recordList',
      'auditId',
    ],
  ].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
  GlobalSecondaryIndexes: [
    index('byTenant', 'tenantId', 'messageId'),
    index('byRecipient', 'recipientList', 'messageId'),
    index('byState', ['tenantId', 'state'], 'messageId'),
    index('byRoute', ['tenantId', 'route'], 'messageId'),
    index('byBatch', ['tenantId', 'batchId'], 'messageId'),
    index('byTemplate', 'templateList', 'messageId'),
    index('byEvent', 'eventList', 'messageId'),
    index('byRecord', 'recordList', 'messageId'),
    index('bySender', 'senderList', 'messageId'),
    index('byAudit', 'tenantId', 'auditId'),
    index('workQueue', 'workQueue', 'workOrder'),
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
};
export const TIME_TO_LIVE_ATTRIBUTE = 'expiresAtSeconds';

function index(IndexName: string, partition: string | readonly string[], range: string) {
  return {
    IndexName,
    KeySchema: [
      ...[partition].flat().map((AttributeName) => ({ AttributeName, KeyType: 'HASH' as const })),
      { AttributeName: range, KeyType: 'RANGE' as const },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' as const },
  };
}

/** Creates the table, unless it is there. @param address host:port of DynamoDB Local */
export async function createTable(address: string, table: CreateTableCommandInput = TABLE): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: `http://${address}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    await client.send(new CreateTableCommand(table));
    await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: table.TableName });
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: table.TableName,
        TimeToLiveSpecification: { AttributeName: TIME_TO_LIVE_ATTRIBUTE, Enabled: true },
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    client.destroy();
  }
}
