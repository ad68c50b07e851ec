import * as z from 'zod/mini';
import type { LaneCounts } from '../../domain/messaging/batches/ports.ts';
import type { Lane } from '../../domain/messaging/model.ts';
import { after, MINUTE } from '../../domain/shared/clock.ts';
import { kind } from './codecs/kind.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import { laneKeyOf } from './work-queue-repository.ts';

/** An entry of the index has some 200 bytes: so many are 26 read units, and 100,000 of them 2,560. */
const CHEAP = 1000;
/** How long a number that was dear to count is good enough. */
const KEPT = 5 * MINUTE;

const laneCountItem = z.object({ ...kind('lane-count'), waiting: z.number(), until: z.string() });

/**
 * Counts what waits in a lane: a short one each time, up to 26 read units; a long one at most once in five minutes, as people look at an
 * estimate again and again, and one unit in between.
 */
export class LaneCountsOnIndex implements LaneCounts {
  readonly #table: Pick<Table, 'get' | 'count' | 'write'>;
  readonly #now: () => Date;

  constructor(table: Pick<Table, 'get' | 'count' | 'write'>, clock: { now(): Date }) {
    this.#table = table;
    this.#now = () => clock.now();
  }

  async waiting(lane: Lane, most: number): Promise<number> {
    const key = keys.laneCount(lane.tenantId, laneKeyOf(lane));
    const now = this.#now();
    const item = await this.#table.get(key);
    const kept = item && z.parse(laneCountItem, item);
    if (kept && kept.until > now.toISOString()) return Math.min(kept.waiting, most);
    const waiting = await this.#table.count({
      index: 'workQueue',
      partition: { workQueue: laneKeyOf(lane) },
      limit: most,
    });
    if (waiting <= CHEAP) return waiting;
    const until = after(now, KEPT);
    const put = { ...key, type: 'lane-count', v: 1, waiting, until: until.toISOString() };
    await this.#table.write({ put: { ...put, expiresAtSeconds: epochSeconds(until) } });
    return waiting;
  }
}
