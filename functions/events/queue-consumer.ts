import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { errorFields, type Log } from '../http/log.ts';

/** Records of a queue that are worked off together. */
export interface Group<T> {
  readonly key: string;
  readonly content: T;
}

/**
 * A Lambda handler for a queue. Records whose `read` gives the same key are worked off in one call; those that fail come
 * again by themselves, and after the queue's limit lie in its dead-letter queue.
 * Source: Lambda's partial batch answers for SQS.
 */
export function queueConsumer<T>(log: Log, read: (body: string) => Group<T>, work: (contents: T[]) => Promise<void>) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = new Set<string>();
    const groups = new Map<string, { ids: string[]; contents: T[] }>();
    for (const { messageId, body } of Records) {
      await guarded(log, failed, [messageId], async () => {
        const { key, content } = read(body);
        const group = groups.get(key) ?? { ids: [], contents: [] };
        groups.set(key, { ids: [...group.ids, messageId], contents: [...group.contents, content] });
      });
    }
    for (const { ids, contents } of groups.values()) await guarded(log, failed, ids, () => work(contents));
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

async function guarded(log: Log, failed: Set<string>, ids: readonly string[], act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    log.error('records failed', { count: ids.length, ...errorFields(error) });
    for (const id of ids) failed.add(id);
  }
}
