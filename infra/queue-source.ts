/** How Lambda reads a queue: records in one call at most, and calls at the same time. */
export const QUEUE_SOURCE = { batchSize: 10, maxConcurrency: 10 } as const;
