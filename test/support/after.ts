import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { FOLLOWED } from '../../contract/followed.ts';
import type { Item } from '../../functions/adapters/dynamodb/table.ts';
import { matches } from '../../local/event-sources/stream/matches.ts';
import { asFunction } from './roles.ts';

/** The function that follows the table's stream, loaded after loadFunctions, with the rights that it has in AWS. */
export async function loadAfter() {
  const { handler } = await import('../../functions/handlers/after.ts');
  /** Gives it a new item, or what became of one, as the stream would where one of its filters lets it through; true if it was done with it. */
  return async function follow(item: Item, before?: Item): Promise<boolean> {
    const image = (of: Item) => marshall(of, { removeUndefinedValues: true });
    const record = {
      eventName: before ? 'MODIFY' : 'INSERT',
      dynamodb: {
        ...{ SequenceNumber: '1', ApproximateCreationDateTime: 1_700_000_000, NewImage: image(item) },
        ...(before && { OldImage: image(before) }),
      },
    } as DynamoDBRecord;
    if (!Object.values(FOLLOWED).some((pattern) => matches(pattern, record))) return false;
    const { batchItemFailures } = await asFunction('after', () => handler({ Records: [record] }));
    return batchItemFailures.length === 0;
  };
}
