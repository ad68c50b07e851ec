import type { InboundRecord } from './inbound-records.ts';

/**
 * How long a part is recognised when it comes again, from when it came first: a network tries for a week at most, and a modem
 * that was taken away with its copy still there may be back by then.
 */
export const RECOGNISED_MS = 8 * 24 * 3_600_000;
/** Then the oldest go, so that a flood does not fill the disk: each takes some 40 bytes. */
export const RECOGNISED_PARTS = 50_000;
/** Parts that may go within the same hour share a record. */
const ROUNDED_TO_MS = 3_600_000;

interface Seen {
  /** when it was sent, epoch ms */
  readonly time: number;
  /** epoch ms; undefined as long as nobody knew the time */
  until: number | undefined;
}

/** The parts that came from the network, by their digests; also those of messages that the cloud has by now. */
export class SeenParts {
  /** the longest known first */
  readonly #seen = new Map<string, Seen[]>();
  #count = 0;

  /** True if this part came before, at most `within` ms earlier or later. */
  has(digest: string, time: number, within: number): boolean {
    return this.#seen.get(digest)?.some((seen) => Math.abs(seen.time - time) <= within) ?? false;
  }

  /** @param since epoch ms, by the cloud's time */
  add(digest: string, time: number, since: number | undefined): void {
    this.#keep(digest, { time, until: since === undefined ? undefined : roundedUp(since + RECOGNISED_MS) });
  }

  restore({ parts, until }: Extract<InboundRecord, { type: 'inbound-seen' }>): void {
    const kept = until === undefined ? undefined : Date.parse(until);
    for (const [digest, time] of parts) this.#keep(digest, { time, until: kept });
  }

  forget(now: number): void {
    for (const [digest, seen] of this.#seen) {
      for (const one of seen) one.until ??= roundedUp(now + RECOGNISED_MS);
      const left = seen.filter(({ until = now }) => until > now);
      this.#count -= seen.length - left.length;
      if (left.length === 0) this.#seen.delete(digest);
      else if (left.length < seen.length) this.#seen.set(digest, left);
    }
  }

  records(): InboundRecord[] {
    const all = [...this.#seen].flatMap(([digest, seen]) => seen.map((one) => ({ digest, ...one })));
    return [...Map.groupBy(all, ({ until }) => until)].map(([until, parts]) => ({
      type: 'inbound-seen',
      parts: parts.map(({ digest, time }) => [digest, time]),
      ...(until !== undefined && { until: new Date(until).toISOString() }),
    }));
  }

  #keep(digest: string, seen: Seen): void {
    this.#seen.set(digest, [...(this.#seen.get(digest) ?? []), seen]);
    this.#count += 1;
    for (const [oldest, { length }] of this.#seen) {
      if (this.#count <= RECOGNISED_PARTS) return;
      this.#seen.delete(oldest);
      this.#count -= length;
    }
  }
}

function roundedUp(time: number): number {
  return Math.ceil(time / ROUNDED_TO_MS) * ROUNDED_TO_MS;
}
