import type { Change } from '../../../../functions/adapters/dynamodb/condition.ts';
import type { Item, Key, Table, Write, WriteResult } from '../../../../functions/adapters/dynamodb/table.ts';

const placeOf = ({ pk, sk }: Key) => `${pk}\n${sk}`;

/** A table for one message: what the repositories write is applied to items in memory. Conditions are not looked at. */
export class ItemsInMemory {
  readonly #items = new Map<string, Key & Item>();

  /** As repositories take it that only write. */
  get table(): Table {
    return this as unknown as Table;
  }

  get items(): readonly Item[] {
    return [...this.#items.values()];
  }

  async write(...writes: readonly Write[]): Promise<WriteResult> {
    for (const write of writes) {
      if ('delete' in write) throw new Error('nothing of a list is deleted');
      if ('put' in write) this.#items.set(placeOf(write.put), write.put);
      else {
        const before = this.#items.get(placeOf(write.update)) ?? { ...write.update };
        this.#items.set(placeOf(write.update), changed(before, write.change));
      }
    }
    return { done: true };
  }
}

function changed(item: Key & Item, { set = {}, add = {}, append = {}, remove = [] }: Change): Key & Item {
  const next: Key & Item = { ...item, ...set };
  for (const [name, more] of Object.entries(add)) next[name] = Number(next[name] ?? 0) + Number(more);
  for (const [name, more] of Object.entries(append)) next[name] = [...((next[name] as unknown[]) ?? []), ...more];
  for (const name of remove) delete next[name];
  return next;
}
