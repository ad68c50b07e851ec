import type { Batch, SourceRow } from '../domain/messaging/batches/model.ts';
import type { RecipientSources } from '../domain/messaging/batches/ports.ts';
import { uploadKey } from '../domain/messaging/batches/upload.ts';
import type { Files } from '../domain/shared/files.ts';
import { readCsv } from './csv/recipients.ts';
import type { BatchWorkRepository } from './dynamodb/batch-work-repository.ts';

/** Reads the recipients of a batch from where they are: the bucket, or the copy of a selection in the table. */
export class StoredRecipients implements RecipientSources {
  readonly #files: Pick<Files, 'read'>;
  readonly #batches: Pick<BatchWorkRepository, 'members'>;

  constructor(files: Pick<Files, 'read'>, batches: Pick<BatchWorkRepository, 'members'>) {
    this.#files = files;
    this.#batches = batches;
  }

  read(batch: Batch): AsyncIterable<{ row: SourceRow; place: string }> {
    const { tenantId, source, place } = batch;
    if (source.kind === 'selection') return this.#members(batch);
    return readCsv(this.#files, uploadKey(tenantId, source.uploadId), place);
  }

  /** The place is how many were read. */
  async *#members(batch: Batch): AsyncIterable<{ row: SourceRow; place: string }> {
    let line = 0;
    for (let piece = 0; ; piece += 1) {
      const ids = await this.#batches.members(batch, piece);
      if (ids.length === 0) return;
      for (const to of ids) {
        line += 1;
        if (line > Number(batch.place ?? 0)) yield { row: { line, to }, place: String(line) };
      }
    }
  }
}
