import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Entries in one batch (SQS's limit). */
const BATCH = 10;

/** Puts jobs of one kind on their queue. */
export class SqsHurry<J extends { readonly tenantId: string }> {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  /** Rejects when a job was not taken. The tenant is the message group, so that one tenant's many never hold up another's. */
  async push(jobs: readonly J[], delay = 0): Promise<void> {
    for (let from = 0; from < jobs.length; from += BATCH) {
      const Entries = jobs.slice(from, from + BATCH).map((job, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(job),
        MessageGroupId: job.tenantId,
        ...(delay > 0 && { DelaySeconds: Math.ceil(delay / 1000) }),
      }));
      const { Failed = [] } = await this.#client.send(
        new SendMessageBatchCommand({ QueueUrl: this.#queueUrl, Entries }),
      );
      if (Failed.length > 0) throw new Error(`${Failed.length} jobs were not queued: ${Failed[0]?.Code}`);
    }
  }
}
