import { BOXES_AT_MOST } from '../../../contract/boxes-at-most.ts';
import type { BoxRegister } from '../../domain/edge/ports.ts';
import type { Box } from '../../domain/messaging/model.ts';
import type { Boxes, Lease } from '../../domain/messaging/ports.ts';
import { after } from '../../domain/shared/clock.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { boxOf } from './codecs/box.ts';
import { equals, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { addOnce, earlierOf } from './idempotency.ts';
import { BOX, keys, tenantPartition } from './keys.ts';
import { releaseLease, takeLease } from './lease.ts';
import { REMOVED_FOR } from './retention.ts';
import type { Table, Write } from './table.ts';

/** Those removed lately are among those that are listed. */
const LISTED_AT_MOST = 2 * BOXES_AT_MOST;

export class BoxRepository implements Boxes, BoxRegister {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(box: Box): Promise<boolean> {
    const { done } = await this.#table.write(boxPut(box));
    return done;
  }

  async addOnce<A extends object>(box: Box, request: IdempotentRequest<A>): Promise<Idempotency<A>> {
    return addOnce(this.#table, box.tenantId, request, boxPut(box));
  }

  async earlier<A extends object>(
    tenantId: string,
    request: IdempotentRequest<A>,
  ): Promise<Idempotency<A> | undefined> {
    return earlierOf(this.#table, tenantId, request);
  }

  async list(tenantId: string): Promise<Box[]> {
    const { items } = await this.#table.query({
      partition: { pk: tenantPartition(tenantId) },
      sort: { attribute: 'sk', beginsWith: BOX },
      limit: LISTED_AT_MOST,
      consistent: true,
    });
    return items.map(boxOf);
  }

  async find(tenantId: string, boxId: string): Promise<Box | undefined> {
    const item = await this.#table.get(keys.box(tenantId, boxId));
    return item && boxOf(item);
  }

  async change(known: Box, next: Box): Promise<boolean> {
    const { epoch, confirmedEpoch, hellos } = next;
    const { journalId, lastHelloAt, quarantined, outOfUse, cannotSendSince } = next;
    const maybe = { journalId, lastHelloAt, quarantined, outOfUse, cannotSendSince };
    const { done } = await this.#table.write({
      update: keys.box(known.tenantId, known.boxId),
      change: {
        set: {
          epoch,
          confirmedEpoch,
          hellos,
          version: known.version + 1,
          ...Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== undefined)),
        },
        remove: Object.entries(maybe).flatMap(([name, value]) => (value === undefined ? [name] : [])),
      },
      condition: equals('version', known.version),
    });
    return done;
  }

  async remove(known: Box, at: Date): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.box(known.tenantId, known.boxId),
        change: {
          set: {
            removedAt: at.toISOString(),
            version: known.version + 1,
            expiresAtSeconds: epochSeconds(after(at, REMOVED_FOR)),
          },
        },
        condition: equals('version', known.version),
      },
      { delete: keys.boxHealth(known.tenantId, known.boxId) },
    );
    return done;
  }

  lease(box: Box, lease: Lease): Promise<'leased' | 'busy'> {
    return takeLease(this.#table, keys.box(box.tenantId, box.boxId), lease);
  }

  release(box: Box, lease: Lease): Promise<readonly string[] | undefined> {
    return releaseLease(this.#table, keys.box(box.tenantId, box.boxId), lease);
  }
}

function boxPut(box: Box): Write {
  return { put: { ...keys.box(box.tenantId, box.boxId), type: 'box', v: 1, ...box }, condition: missing('pk') };
}
