import { describe, expect, it } from 'vitest';
import { FOLLOWED } from '../../contract/followed.ts';
import { TRIES } from '../../functions/domain/access/model.ts';
import { example, flat, resources, synthesize, target } from '../support/infra/synthesized.ts';

interface Mapping {
  EventSourceArn: unknown;
  FunctionName: unknown;
  FilterCriteria?: { Filters: { Pattern: string }[] };
  DestinationConfig?: { OnFailure: { Destination: unknown } };
}
const { stateful, stateless } = synthesize();
const mappings = resources<Mapping>(stateless, 'AWS::Lambda::EventSourceMapping').map(({ properties }) => properties);
const mapping = mappings.find(({ EventSourceArn }) => flat(EventSourceArn).includes('StreamArn'));

describe("the table's stream", () => {
  it('has each change as it was before and after', () => {
    stateful.hasResourceProperties('AWS::DynamoDB::Table', {
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });

  it('S4 starts `after`: failures come back one by one, five times at most, and then lie in a queue with an alarm', () => {
    const lambda = resources<{ FunctionName: string }>(stateless, 'AWS::Lambda::Function').find(
      ({ properties }) => properties.FunctionName === `${example.name}-after`,
    );
    const dlq = resources<{ QueueName: string }>(stateless, 'AWS::SQS::Queue').find(
      ({ properties }) => properties.QueueName === `${example.name}-after-dlq`,
    );
    expect(mapping).toMatchObject({
      BatchSize: 25,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 23 * 3600,
      ParallelizationFactor: 4,
      StartingPosition: 'TRIM_HORIZON',
    });
    expect(target(mapping?.FunctionName)).toBe(lambda?.id);
    expect(target(mapping?.DestinationConfig?.OnFailure.Destination)).toBe(dlq?.id);
  });

  it('starts it for the changes that something follows from, in no more patterns than a stream takes', () => {
    const patterns = mapping?.FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern));
    expect(patterns).toEqual(Object.values(FOLLOWED));
    expect(patterns?.length).toBeLessThanOrEqual(5);
  });

  it('E1-4 counts as many wrong passwords as a login takes', () => {
    const { OldImage, NewImage } = FOLLOWED.login.dynamodb;
    expect([OldImage.tries.N, NewImage.tries.N]).toEqual([[String(TRIES - 1)], [String(TRIES)]]);
  });
});
