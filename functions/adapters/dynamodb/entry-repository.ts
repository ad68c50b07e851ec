import type { AuditLine } from '../../domain/audit/model.ts';
import type { Entry } from '../../domain/directory/entries/model.ts';
import type { Entries, Row, Standing } from '../../domain/directory/entries/ports.ts';
import type { Notification } from '../../domain/notifications/model.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import type { EntryCodec } from './codecs/entry.ts';
import { all, equals, exists, missing } from './condition.ts';
import { type RowQuery, readRows, rowChanges, rowKeys, rowPuts } from './entry-rows.ts';
import { writeOnce } from './idempotency.ts';
import { keys } from './keys.ts';
import { notificationPut } from './notification-repository.ts';
import type { Item, Table, Write } from './table.ts';

export class EntryRepository<F> implements Entries<F> {
  readonly #table: Table;
  readonly #codec: EntryCodec<F>;

  constructor(table: Table, codec: EntryCodec<F>) {
    this.#table = table;
    this.#codec = codec;
  }

  async add(
    entry: Entry<F>,
    standing: Standing,
    request: IdempotentRequest<{ id: string }>,
    audit: AuditLine,
  ): Promise<Idempotency<{ id: string }> | { kind: 'missing'; id: string }> {
    const { tenantId, id } = entry;
    const result = await writeOnce(
      this.#table,
      tenantId,
      request,
      ...standing.references.map((reference) => used(tenantId, reference, 1)),
      { put: { ...keys.entry(tenantId, id), uses: 0, ...this.#codec.itemOf(entry) }, condition: missing('pk') },
      auditPut(audit),
      ...rowPuts(entry, standing),
    );
    if (result.kind !== 'refused') return result;
    const references = result.refused;
    return { kind: 'missing', id: missingOf(standing, references) };
  }

  async find(tenantId: string, id: string): Promise<Entry<F> | undefined> {
    const item = await this.#table.get(keys.entry(tenantId, id));
    return item && this.#codec.entryOf(item);
  }

  /** In the order of the ids; without those that are gone meanwhile. */
  async findMany(tenantId: string, ids: readonly string[]): Promise<Entry<F>[]> {
    if (ids.length === 0) return [];
    const items = await this.#table.batchGet(ids.map((id) => keys.entry(tenantId, id)));
    return items.filter((item) => item !== undefined).map((item) => this.#codec.entryOf(item));
  }

  async replace(
    before: Entry<F>,
    next: Entry<F>,
    standings: { readonly before: Standing; readonly after: Standing },
    audit: AuditLine,
    notification?: Notification,
  ): Promise<'done' | 'changed' | { kind: 'missing'; id: string }> {
    const { tenantId, id } = next;
    const { version, changedAt, changedBy, fields } = next;
    const gained = difference(standings.after.references, standings.before.references);
    const lost = difference(standings.before.references, standings.after.references);
    const result = await this.#table.write(
      {
        update: keys.entry(tenantId, id),
        change: { set: { version, changedAt, changedBy, fields } },
        condition: equals('version', before.version),
      },
      ...gained.map((reference) => used(tenantId, reference, 1)),
      ...lost.map((reference) => used(tenantId, reference, -1)),
      auditPut(audit),
      ...rowChanges(next, standings.before, standings.after),
      ...(notification ? [notificationPut(notification)] : []),
    );
    if (result.done) return 'done';
    const [entry, ...references] = result.refused;
    return entry ? 'changed' : { kind: 'missing', id: missingOf({ references: gained }, references) };
  }

  async remove(entry: Entry<F>, standing: Standing, audit: AuditLine): Promise<'done' | 'changed' | 'in-use'> {
    const { tenantId, id } = entry;
    const result = await this.#table.write(
      { delete: keys.entry(tenantId, id), condition: all(equals('version', entry.version), equals('uses', 0)) },
      ...standing.references.map((reference) => used(tenantId, reference, -1)),
      auditPut(audit),
      ...rowKeys(tenantId, id, standing).map(({ key }) => ({ delete: key })),
      ...(await this.goesWith(entry)),
    );
    if (result.done) return 'done';
    return result.refused[0]?.['version'] === entry.version ? 'in-use' : 'changed';
  }

  /** What else is removed with an entry, in the same write. */
  protected async goesWith(_entry: Entry<F>): Promise<Write[]> {
    return [];
  }

  rows(tenantId: string, query: RowQuery): Promise<{ rows: Row[]; next?: string }> {
    return readRows(this.#table, tenantId, query);
  }
}

/** Counts what needs this entry; it can't be removed while there is anything, nor be needed once it is gone. */
export function used(tenantId: string, id: string, change: 1 | -1): Write {
  return { update: keys.entry(tenantId, id), change: { add: { uses: change } }, condition: exists('pk') };
}

/** Goes with a write about an entry: refused once the entry is gone. */
export function stillThere(tenantId: string, id: string): Write {
  return { update: keys.entry(tenantId, id), change: { add: { uses: 0 } }, condition: exists('pk') };
}

function difference(of: readonly string[], without: readonly string[]): string[] {
  return of.filter((one) => !without.includes(one));
}

function missingOf({ references }: Pick<Standing, 'references'>, refused: readonly (Item | undefined)[]): string {
  const id = references.find((_, place) => refused[place] !== undefined);
  if (id === undefined) throw new Error('a write was refused, and not for a missing reference');
  return id;
}
