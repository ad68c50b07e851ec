import { placementBody } from '../../../contract/routes/directory/placements.ts';
import { workerBody } from '../../../contract/routes/directory/workers.ts';
import { lists, readPlacedSort } from '../../domain/directory/entries/kinds.ts';
import type { PlacedRow, PlacedWorkers } from '../../domain/hirers/ports.ts';
import { entryCodec } from './codecs/entry.ts';
import { EntryRepository } from './entry-repository.ts';
import { listPartition } from './keys.ts';
import type { Table } from './table.ts';

/** Sorts after everything that an id is followed by. */
const END = '~';
/** Rows of one worker read at once: those that run or are yet to begin. */
const ROWS_OF_ONE = 100;

/** From a company to the placements there, by a list that the ended ones leave: what is read does not grow with the years. */
export class PlacedWorkerRepository implements PlacedWorkers {
  readonly #table: Table;
  readonly #workers: EntryRepository<typeof workerBody._zod.output>;
  readonly #placements: EntryRepository<typeof placementBody._zod.output>;

  constructor(table: Table) {
    this.#table = table;
    this.#workers = new EntryRepository(table, entryCodec('worker', workerBody));
    this.#placements = new EntryRepository(table, entryCodec('placement', placementBody));
  }

  async rows(tenantId: string, companyId: string, { after, limit }: { after?: string | undefined; limit: number }) {
    const list = lists.placedAt(companyId);
    const { rows, next } = await this.#placements.rows(tenantId, {
      ...{ list, limit },
      ...(after !== undefined && { after }),
    });
    return { rows: rows.map(({ sort }) => placedRow(sort)), ...(next !== undefined && { next }) };
  }

  afterWorker(workerId: string): string {
    return `${workerId}${END}`;
  }

  async rowsOf(tenantId: string, companyId: string, workerId: string, day: string): Promise<PlacedRow[]> {
    const pk = listPartition(tenantId, lists.placedAt(companyId));
    const rows: PlacedRow[] = [];
    for (let after: { pk: string; sk: string } | undefined; ; ) {
      const { items, next } = await this.#table.query({
        partition: { pk },
        sort: { attribute: 'sk', from: `${workerId}#${day}`, to: `${workerId}#${END}` },
        limit: ROWS_OF_ONE,
        ...(after && { after }),
        consistent: true,
      });
      rows.push(...items.map(({ sk }) => placedRow(String(sk))));
      if (!next) return rows;
      after = { pk, sk: String(next['sk']) };
    }
  }

  placements(tenantId: string, ids: readonly string[]) {
    return this.#placements.findMany(tenantId, ids);
  }

  workers(tenantId: string, ids: readonly string[]) {
    return this.#workers.findMany(tenantId, ids);
  }
}

const placedRow = (sort: string): PlacedRow => ({ ...readPlacedSort(sort), sort });
