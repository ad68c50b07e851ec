import type { Names } from '../../domain/messaging/people.ts';
import { apiTokenOf } from './codecs/api-token.ts';
import { employeeEntryOf } from './codecs/employee-entry.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** What employees and API tokens are called. */
export class NameRepository implements Names {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async of(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const items = await this.#table.batchGet(
      ids.map((id) => (isToken(id) ? keys.apiToken(tenantId, id) : keys.entry(tenantId, id))),
      { consistent: false },
    );
    const named = ids.flatMap((id, place) => {
      const item = items[place];
      if (!item) return [];
      return [[id, isToken(id) ? apiTokenOf(item).name : employeeEntryOf(item).fields.name] as const];
    });
    return new Map(named);
  }
}

const isToken = (id: string) => id.startsWith('tok_');
