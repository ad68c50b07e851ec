import { expect, it } from 'vitest';
import { TABLE, TIME_TO_LIVE_ATTRIBUTE } from '../../local/create-table.ts';
import { resources, synthesize } from '../support/infra/synthesized.ts';

it('is the same table on one machine and in AWS', () => {
  const [deployed] = resources<Record<string, unknown>>(synthesize().stateful, 'AWS::DynamoDB::Table');
  const { TableName: _, StreamSpecification, AttributeDefinitions, ...local } = TABLE;
  expect(deployed?.properties).toMatchObject({
    ...local,
    StreamSpecification: { StreamViewType: StreamSpecification?.StreamViewType },
    TimeToLiveSpecification: { AttributeName: TIME_TO_LIVE_ATTRIBUTE, Enabled: true },
  });
  expect(new Set(deployed?.properties['AttributeDefinitions'] as object[])).toEqual(new Set(AttributeDefinitions));
});
