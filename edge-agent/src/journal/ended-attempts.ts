import type { JournalRecord } from './records.ts';

/** Ids are kept this long after `notAfter`, so that a repeated attempt is recognised. */
export const KEEP_MS = 24 * 3_600_000;
/** Ids that may go within the same hour share a record: 100,000 messages a week leave as many ids on the disk. */
const ROUNDED_TO_MS = 3_600_000;

/** Attempts of which nothing is known any more but that there were. */
export class EndedAttempts {
  /** until when (epoch ms) an id is kept */
  readonly #until = new Map<string, number>();

  add(attemptId: string, notAfter: string): void {
    this.keep(attemptId, Math.ceil((Date.parse(notAfter) + KEEP_MS) / ROUNDED_TO_MS) * ROUNDED_TO_MS);
  }

  keep(attemptId: string, until: number): void {
    this.#until.set(attemptId, until);
  }

  has(attemptId: string): boolean {
    return this.#until.has(attemptId);
  }

  /** Drops the ids whose time has passed, and returns the latest `notAfter` (epoch ms) that one of them may have had. */
  forget(now: Date): number | undefined {
    let latest: number | undefined;
    for (const [attemptId, until] of this.#until) {
      if (until > now.getTime()) continue;
      this.#until.delete(attemptId);
      latest = Math.max(latest ?? 0, until - KEEP_MS);
    }
    return latest;
  }

  records(): JournalRecord[] {
    const idsByTime = new Map<number, string[]>();
    for (const [attemptId, until] of this.#until) {
      const ids = idsByTime.get(until);
      if (ids) ids.push(attemptId);
      else idsByTime.set(until, [attemptId]);
    }
    return [...idsByTime].map(([until, attemptIds]) => ({
      type: 'ended',
      attemptIds,
      until: new Date(until).toISOString(),
    }));
  }
}
