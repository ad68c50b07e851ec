import type { VirtualTime } from './virtual-time.ts';

/** Write units that one partition takes in a second. Source: DynamoDB Developer Guide, "Partitions and data distribution". */
const UNITS_PER_SECOND = 1000;

/** What each partition of the table and of its indexes was given in the running second, all keys with one partition key in one partition. */
export class Throughput {
  readonly #time: VirtualTime;
  readonly #most = new Map<string, number>();
  readonly #used = new Map<string, { second: number; units: number }>();

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** The most that one of these partitions was given in a second. */
  most(name: RegExp): number {
    return Math.max(0, ...[...this.#most].filter(([partition]) => name.test(partition)).map(([, units]) => units));
  }

  /** False, and nothing is counted, when a partition has not that much left in this second. */
  take(needs: ReadonlyMap<string, number>): boolean {
    const second = Math.floor(this.#time.now / 1000);
    const usedOf = (partition: string) => {
      const used = this.#used.get(partition);
      return used?.second === second ? used.units : 0;
    };
    for (const [partition, units] of needs) if (usedOf(partition) + units > UNITS_PER_SECOND) return false;
    for (const [partition, units] of needs) {
      const all = usedOf(partition) + units;
      this.#used.set(partition, { second, units: all });
      this.#most.set(partition, Math.max(this.#most.get(partition) ?? 0, all));
    }
    return true;
  }
}
