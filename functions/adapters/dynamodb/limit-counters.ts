import type { Counter, Counters } from '../../domain/limits/enforce-limits.ts';
import { after, HOUR } from '../../domain/shared/clock.ts';
import { sha256 } from '../crypto/sha256.ts';
import { any, below, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/**
 * A row for each counter and window, forgotten an hour after it. A count is one plain write: a transaction of several would meet
 * others at each busy counter. One row takes 1,000 a second, more than any limit lets through.
 */
export class LimitCounters implements Counters {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async take({ limit, who, from, until }: Counter, most: number): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.limit(limit, sha256(who).toString('base64url'), from.toISOString()),
      change: { add: { count: 1 }, set: { expiresAtSeconds: epochSeconds(after(until, HOUR)) } },
      condition: any(missing('pk'), below('count', most)),
    });
    return done;
  }
}
