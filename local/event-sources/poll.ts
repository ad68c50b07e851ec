import { setTimeout as pause } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse } from 'aws-lambda';
import { QUEUE_SOURCE } from '../../infra/queue-source.ts';
import { invokeFunction } from '../lambda/invoke-function.ts';
import { toRecord } from './record.ts';

/** Seconds of SQS's long polling; the longest there is. */
const LONG_POLL = 20;
/** Milliseconds before the queue is asked again when it can't be reached. */
const TRY_AGAIN = 500;

export interface EventSource {
  readonly queueUrl: string;
  /** host:port */
  readonly function: string;
}

/** Hands over what comes, in batches, several at once; ends never. */
export async function poll(sqs: SQSClient, source: EventSource): Promise<never> {
  const running = new Set<Promise<void>>();
  for (;;) {
    while (running.size >= QUEUE_SOURCE.maxConcurrency) await Promise.race(running);
    const messages = await receive(sqs, source.queueUrl);
    if (messages.length === 0) continue;
    const batch = handOver(sqs, source, messages).finally(() => running.delete(batch));
    running.add(batch);
  }
}

async function receive(sqs: SQSClient, queueUrl: string): Promise<Message[]> {
  try {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: QUEUE_SOURCE.batchSize,
        WaitTimeSeconds: LONG_POLL,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  } catch (error) {
    report(`${queueUrl} can't be read`, error);
    await pause(TRY_AGAIN);
    return [];
  }
}

/** What is not deleted shows again after the queue's visibility time-out, and ends in the DLQ when that was too often. */
async function handOver(sqs: SQSClient, source: EventSource, messages: Message[]): Promise<void> {
  try {
    const answer = await invokeFunction(source.function, {
      Records: messages.map((message) => toRecord(message, source.queueUrl)),
    });
    const failed = failuresIn(answer, messages);
    const done = messages.filter(({ MessageId }) => !failed.has(MessageId ?? ''));
    if (failed.size > 0) console.error(`${source.queueUrl}: ${failed.size} of ${messages.length} failed`);
    if (done.length === 0) return;
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: source.queueUrl,
        Entries: done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    );
  } catch (error) {
    report(`${source.queueUrl}: a batch of ${messages.length} comes again`, error);
  }
}

/**
 * Ids of the messages that failed. As Lambda has it: no list means that all succeeded; an id that is empty or unknown means that
 * all failed.
 */
export function failuresIn(answer: unknown, messages: readonly Message[]): Set<string> {
  const all = new Set(messages.map(({ MessageId }) => MessageId ?? ''));
  const failures = (answer as Partial<SQSBatchResponse> | null)?.batchItemFailures ?? [];
  const ids = failures.map(({ itemIdentifier }) => itemIdentifier);
  return ids.every((id) => all.has(id)) ? new Set(ids) : all;
}

function report(what: string, error: unknown): void {
  console.error(`${what}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
}
