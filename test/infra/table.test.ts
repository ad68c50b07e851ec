import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { resources, synthesize } from '../support/infra/synthesized.ts';

const { stateful } = synthesize();

describe('the table', () => {
  it('S3 is encrypted by a key that rotates, can go back to any second of 35 days, and cannot be deleted', () => {
    const [key] = resources<{ EnableKeyRotation: boolean }>(stateful, 'AWS::KMS::Key');
    expect(key?.properties.EnableKeyRotation).toBe(true);
    stateful.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: { 'Fn::GetAtt': [key?.id, 'Arn'] } },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        DeletionProtectionEnabled: true,
      },
    });
  });

  it('has the keys, the indexes of keys alone, the time to live and the stream that the code counts on', () => {
    stateful.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: Match.arrayWith(
        [
          'pk',
          'sk',
          'tenantId',
          'messageId',
          'recipientList',
          'state',
          'route',
          'batchId',
          'templateList',
          'eventList',
          'recordList',
          'senderList',
          'auditId',
          'workQueue',
          'workOrder',
        ].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
      ),
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
      TimeToLiveSpecification: { AttributeName: 'expiresAtSeconds', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });
});

function index(IndexName: string, partition: string | readonly string[], range: string) {
  return {
    IndexName,
    KeySchema: [
      ...[partition].flat().map((AttributeName) => ({ AttributeName, KeyType: 'HASH' })),
      { AttributeName: range, KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  };
}
