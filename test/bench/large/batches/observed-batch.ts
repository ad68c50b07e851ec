import { workQueues } from '../../../../functions/adapters/dynamodb/index-keys.ts';
import { numberOf } from '../../../support/batches/worker.ts';
import type { Misses } from '../../misses.ts';
import type { Installation, LargeAgency } from '../installation.ts';

/** A file of so many numbers, each once. */
export const numbersUpTo = (count: number) =>
  `to\n${Array.from({ length: count }, (_, index) => `${numberOf(index + 1)}\n`).join('')}`;

/** Reads how far a batch is while others work on it, as somebody at a screen would. */
export class ObservedBatch {
  readonly #agency: LargeAgency;
  readonly #table: Installation['table'];
  readonly #recipients: number;
  readonly batchId: string;
  readonly #faults: string[] = [];
  #most = 0;
  #looks = 0;

  constructor({ table }: Installation, agency: LargeAgency, batchId: string, recipients: number) {
    this.#table = table;
    this.#agency = agency;
    this.batchId = batchId;
    this.#recipients = recipients;
  }

  /** How much of its file was read, from 0 to 1. */
  prepared = async (): Promise<number> => {
    const { lines } = await this.#agency.find(this.batchId);
    return this.#goesOn(lines.recipients + lines.duplicates + lines.refused);
  };

  /** How much of it is in its lane, from 0 to 1. What the lane has is counted between two looks. */
  started = async (): Promise<number> => {
    const before = await this.#waiting();
    const inLane = await this.#table.count({
      ...{ index: 'workQueue', partition: { workQueue: workQueues.lane(this.#agency.tenantId) } },
      limit: this.#recipients + 1,
    });
    const after = await this.#waiting();
    if (inLane < before || inLane > after)
      this.#faults.push(`${inLane} in the lane, but the API said ${before} before and ${after} after`);
    return this.#goesOn(after);
  };

  /** What was wrong with what it read. */
  misses(what: string): Misses {
    console.log(
      `  ${this.#looks} looks, each right and none behind the one before: ${this.#faults.length === 0 ? 'yes' : 'NO'}`,
    );
    return this.#faults.splice(0).map((fault) => `${what}: ${fault}`);
  }

  async #waiting(): Promise<number> {
    const { progress, lines } = await this.#agency.find(this.batchId);
    const { unstarted, waiting, ...ended } = progress as Record<'unstarted' | 'waiting', number>;
    const sum = unstarted + waiting + Object.values(ended).reduce((total: number, one) => total + Number(one), 0);
    if (sum !== lines.recipients) this.#faults.push(`${sum} in all, of ${lines.recipients} recipients`);
    return waiting;
  }

  #goesOn(done: number): number {
    this.#looks += 1;
    if (done < this.#most) this.#faults.push(`it went back from ${this.#most} to ${done}`);
    this.#most = done;
    return done / this.#recipients;
  }
}
