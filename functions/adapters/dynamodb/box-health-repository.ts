import { BOXES_AT_MOST } from '../../../contract/boxes-at-most.ts';
import type { BoxHealth, BoxKey, Complaints, HealthReport, Healths } from '../../domain/edge/health.ts';
import { boxHealthOf } from './codecs/box-health.ts';
import { any, below, equals, missing } from './condition.ts';
import { BOX_HEALTH, keys, tenantPartition } from './keys.ts';
import type { Table } from './table.ts';

/** How boxes are: an item beside each box, so that what is written every minute does not meet what decides who sends. */
export class BoxHealthRepository implements Healths {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find({ tenantId, boxId }: BoxKey): Promise<BoxHealth | undefined> {
    const item = await this.#table.get(keys.boxHealth(tenantId, boxId));
    return item && boxHealthOf(item);
  }

  async list(tenantId: string): Promise<BoxHealth[]> {
    const { items } = await this.#table.query({
      partition: { pk: tenantPartition(tenantId) },
      sort: { attribute: 'sk', beginsWith: BOX_HEALTH },
      limit: BOXES_AT_MOST,
      consistent: true,
    });
    return items.map(boxHealthOf);
  }

  async heard(box: BoxKey, at: Date): Promise<void> {
    const heardAt = at.toISOString();
    await this.#set(box, { heardAt }, ['heardAt', heardAt]);
  }

  async keep(box: BoxKey, report: HealthReport, heardAt: Date): Promise<void> {
    const next = { heardAt: heardAt.toISOString(), reportAt: report.at, report };
    await this.#set(box, next, ['reportAt', report.at]);
  }

  async complain(known: BoxHealth, complaints: Complaints): Promise<void> {
    const { tenantId, boxId } = known;
    const none = Object.keys(complaints).length === 0;
    await this.#table.write({
      update: keys.boxHealth(tenantId, boxId),
      change: none ? { remove: ['complaints'] } : { set: { complaints } },
      condition:
        Object.keys(known.complaints).length === 0 ? missing('complaints') : equals('complaints', known.complaints),
    });
  }

  /** Unless what is there is as new. */
  async #set({ tenantId, boxId }: BoxKey, change: object, [attribute, at]: [string, string]): Promise<void> {
    await this.#table.write({
      update: keys.boxHealth(tenantId, boxId),
      change: { set: { type: 'box-health', v: 1, tenantId, boxId, ...change } },
      condition: any(missing(attribute), below(attribute, at)),
    });
  }
}
