/**
 * How Lambda reads the table's stream for `after`. Five retries outlast a hiccup of the table; what fails then is one record, as
 * batches are halved, and the stream behind it goes on.
 */
export const TABLE_STREAM = {
  batchSize: 25,
  retryAttempts: 5,
  /** An hour before the stream forgets a record (24 h), so that none goes without an alarm. */
  maxRecordAgeHours: 23,
  /** Batches of one shard at the same time; one item's changes stay in order. */
  parallelizationFactor: 4,
} as const;
