import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { errorFields, type Log } from '../http/log.ts';

/** What a record says. Records with the same key are worked off together; one without a key by itself. */
export interface Read<T> {
  readonly key?: string;
  readonly content: T;
}

/**
 * A Lambda handler for a queue. Records with the same key are worked off in one call, those with others beside it: one agency's many hold
 * up no other's. Those that fail come again, and after the queue's limit lie in its dead-letter queue.
 * Source: Lambda's partial batch answers for SQS.
 */
export function queueConsumer<T>(
  log: Log,
  read: (body: string) => Read<T>,
  work: (contents: readonly [T, ...T[]]) => Promise<void>,
) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = new Set<string>();
    const groups = new Map<string, { ids: string[]; contents: [T, ...T[]] }>();
    for (const { messageId, body } of Records) {
      await guarded(log, failed, [messageId], async () => {
        const { key = messageId, content } = read(body);
        const group = groups.get(key);
        if (!group) groups.set(key, { ids: [messageId], contents: [content] });
        else groups.set(key, { ids: [...group.ids, messageId], contents: [...group.contents, content] });
      });
    }
    await Promise.all([...groups.values()].map(({ ids, contents }) => guarded(log, failed, ids, () => work(contents))));
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
