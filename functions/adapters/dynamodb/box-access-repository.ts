import type { BoxKey } from '../../domain/edge/health.ts';
import type { BoxAccess } from '../../domain/edge/model.ts';
import type { BoxAccesses } from '../../domain/edge/ports.ts';
import { boxAccessOf } from './codecs/box-access.ts';
import { type Condition, equals, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class BoxAccessRepository implements BoxAccesses {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find({ tenantId, boxId }: BoxKey): Promise<BoxAccess> {
    const item = await this.#table.get(keys.boxAccess(tenantId, boxId));
    return item ? boxAccessOf(item) : { tenantId, boxId, retired: [], version: 0 };
  }

  async change(next: BoxAccess): Promise<boolean> {
    const { done } = await this.#table.write({
      put: {
        ...keys.boxAccess(next.tenantId, next.boxId),
        type: 'box-access',
        v: 1,
        ...next,
        version: next.version + 1,
      },
      condition: unchanged(next),
    });
    return done;
  }

  async remove(access: BoxAccess): Promise<boolean> {
    const { done } = await this.#table.write({
      delete: keys.boxAccess(access.tenantId, access.boxId),
      condition: unchanged(access),
    });
    return done;
  }
}

function unchanged({ version }: BoxAccess): Condition {
  return version === 0 ? missing('pk') : equals('version', version);
}
