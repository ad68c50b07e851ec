import type { LaneCounts } from '../../domain/messaging/batches/ports.ts';
import type { Lane } from '../../domain/messaging/model.ts';
import type { Table } from './table.ts';
import { laneKeyOf } from './work-queue-repository.ts';

/** Counts what waits in a lane: a read of its index, as far as it is asked. */
export class LaneCountsOnIndex implements LaneCounts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  waiting(lane: Lane, most: number): Promise<number> {
    return this.#table.count({ index: 'workQueue', partition: { workQueue: laneKeyOf(lane) }, limit: most });
  }
}
