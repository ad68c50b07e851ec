import type { Disk } from '../ports.ts';
import { encodeFrame } from './frame.ts';
import { readSegments, type Segment, startSegment } from './segments.ts';

/** Bytes after which a segment is replaced by a fresh one, if that is also twice what the fresh one began with. */
export const SEGMENT_BYTES = 1024 * 1024;

export interface CommitLogOptions<R> {
  readonly disk: Disk;
  /** Checks what is read from the disk; throws what it can't understand. */
  readonly parse: (record: unknown) => R;
  /** What an empty disk begins with. */
  readonly initial: () => readonly R[];
  /** Called in the log's order with each record that is on disk, old ones first. */
  readonly apply: (record: R) => void;
  /** All that was applied and is still needed, as records. */
  readonly snapshot: () => readonly R[];
  /** Called once when the disk fails. Nothing more is written, and each append rejects. */
  readonly onFailure: (error: Error) => void;
}

interface Waiting<R> {
  readonly records: readonly R[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** An append-only log. Appends that wait at the same time share one write and one sync. */
export class CommitLog<R> {
  readonly #options: CommitLogOptions<R>;
  #segment: Segment;
  #length: number;
  #waiting: Waiting<R>[] = [];
  #writing = false;
  #compactionWanted = false;
  #failure: Error | undefined;

  private constructor(options: CommitLogOptions<R>, segment: Segment) {
    this.#options = options;
    this.#segment = segment;
    this.#length = segment.length;
  }

  /**
   * Reads the log and writes what it says into a new segment. So nothing is built on bytes that a killed process left
   * in the cache, or that a failed sync left there and never on the disk; and a torn end is left behind.
   */
  static async open<R>(options: CommitLogOptions<R>): Promise<CommitLog<R>> {
    const { records, names } = await readSegments(options.disk);
    for (const record of records?.map(options.parse) ?? options.initial()) options.apply(record);
    return new CommitLog(options, await startSegment(options.disk, names, options.snapshot()));
  }

  /** Resolves when the records are on disk and applied, all or none of them after a power cut. */
  append(...records: R[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ records, resolve, reject });
      void this.#work();
    });
  }

  /** On disk, in bytes. */
  get length(): number {
    return this.#length;
  }

  /** Writes what is known into a new segment and drops the old one. Appends wait meanwhile. */
  compact(): Promise<void> {
    this.#compactionWanted = true;
    return this.append();
  }

  async #work(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting.length > 0 && !this.#failure) {
      const batch = this.#waiting.splice(0);
      try {
        await this.#commit(batch.flatMap(({ records }) => records));
        for (const { resolve } of batch) resolve();
      } catch (cause) {
        this.#fail(cause, batch);
      }
    }
    this.#writing = false;
  }

  async #commit(records: readonly R[]): Promise<void> {
    const { disk, apply, snapshot } = this.#options;
    if (records.length > 0) {
      const frame = encodeFrame(records);
      await disk.append(this.#segment.name, frame);
      await disk.sync(this.#segment.name);
      this.#length += frame.length;
      for (const record of records) apply(record);
    }
    if (this.#compactionWanted || this.#length > Math.max(SEGMENT_BYTES, 2 * this.#segment.length)) {
      this.#compactionWanted = false;
      this.#segment = await startSegment(disk, [this.#segment.name], snapshot());
      this.#length = this.#segment.length;
    }
  }

  /** After a failed sync nobody knows what is on disk, and a second try may lie: only a new start reads it again. */
  #fail(cause: unknown, batch: readonly Waiting<R>[]): void {
    this.#failure = new Error('The journal could not be written. Check the disk, then start the agent again.', {
      cause,
    });
    for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(this.#failure);
    this.#options.onFailure(this.#failure);
  }
}
