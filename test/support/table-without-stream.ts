import { TABLE } from '../../local/create-table.ts';

const { StreamSpecification: _stream, ...rest } = TABLE;

/** DynamoDB Local looks after the shards of every stream all the time, which is more than it works for the tests. */
export const TABLE_WITHOUT_STREAM = rest;
