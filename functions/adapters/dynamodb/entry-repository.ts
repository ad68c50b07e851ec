import type { AuditLine } from '../../domain/audit/model.ts';
import type { Entry } from '../../domain/directory/entries/model.ts';
import type { Entries, Row, Standing } from '../../domain/directory/entries/ports.ts';
import { after, DAY } from '../../domain/shared/clock.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import { type EntryCodec, rowOf } from './codecs/entry.ts';
import { all, equals, exists, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { claimKey, repetition } from './idempotency.ts';
import { keys, listPartition, wordPartition } from './keys.ts';
import type { Item, Key, Table, Write } from './table.ts';

/** Where something lies that an entry names. */
function keyOfReference(tenantId: string, id: string): Key {
  return id.startsWith('emp_') ? keys.employee(tenantId, id) : keys.entry(tenantId, id);
}

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
    const result = await this.#table.write(
      claimKey(tenantId, request),
      ...standing.references.map((reference) => used(tenantId, reference, 1)),
      { put: { ...keys.entry(tenantId, id), uses: 0, ...this.#codec.itemOf(entry) }, condition: missing('pk') },
      auditPut(audit),
      ...rowPuts(entry, standing),
    );
    if (result.done) return { kind: 'first' };
    const [earlier, ...references] = result.refused;
    if (earlier) return repetition(earlier, request);
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

  async rows(
    tenantId: string,
    { list, word, after, limit }: { list: string; word?: string; after?: string; limit: number },
  ): Promise<{ rows: Row[]; next?: string }> {
    const pk = word === undefined ? listPartition(tenantId, list) : wordPartition(tenantId, list);
    const { items, next } = await this.#table.query({
      partition: { pk },
      ...(word !== undefined && { sort: { attribute: 'sk', beginsWith: word } }),
      ...(after !== undefined && { after: { pk, sk: after } }),
      limit,
      consistent: true,
    });
    return { rows: items.map(rowOf), ...(next && { next: String(next['sk']) }) };
  }
}

/** Counts what needs this entry; it can't be removed while there is anything, nor be needed once it is gone. */
export function used(tenantId: string, id: string, change: 1 | -1): Write {
  return { update: keyOfReference(tenantId, id), change: { add: { uses: change } }, condition: exists('pk') };
}

/** Goes with a write about an entry: refused once the entry is gone. */
export function stillThere(tenantId: string, id: string): Write {
  return { update: keyOfReference(tenantId, id), change: { add: { uses: 0 } }, condition: exists('pk') };
}

interface KeptRow {
  readonly key: Key;
  readonly lastDay?: string | undefined;
  readonly attributes: Item;
}

function rowKeys(tenantId: string, id: string, { places, words, searchedIn }: Standing): KeptRow[] {
  return [
    ...places.map(({ list, sort, lastDay }) => ({
      key: keys.listRow(tenantId, list, sort, id),
      lastDay,
      attributes: {},
    })),
    ...words.map((word) => ({ key: keys.wordRow(tenantId, searchedIn, word, id), attributes: { word } })),
  ];
}

function rowPuts({ tenantId, id, changedAt }: Entry<unknown>, standing: Standing): Write[] {
  return rowKeys(tenantId, id, standing).map(({ key, lastDay, attributes }) => ({
    put: {
      ...{ ...key, type: 'entry-row', v: 1, id, words: standing.words, ...attributes },
      ...(lastDay !== undefined && { expiresAtSeconds: goesAtSeconds(lastDay, new Date(changedAt)) }),
    },
  }));
}

/** Two days cover the end of a day in every time zone. The table's TTL leaves alone what is more than five years ago. */
function goesAtSeconds(lastDay: string, changedAt: Date): number {
  const over = after(new Date(lastDay), 2 * DAY);
  return epochSeconds(over > changedAt ? over : changedAt);
}

/** Every row holds all the words, so that a change of one changes them all. */
function rowChanges(entry: Entry<unknown>, before: Standing, next: Standing): Write[] {
  const [old, wanted] = [before, next].map((standing) => JSON.stringify([standing.places, standing.words]));
  if (old === wanted) return [];
  const { tenantId, id } = entry;
  const kept = new Set(rowKeys(tenantId, id, next).map(({ key }) => `${key.pk}\n${key.sk}`));
  const gone = rowKeys(tenantId, id, before).filter(({ key }) => !kept.has(`${key.pk}\n${key.sk}`));
  return [...gone.map(({ key }) => ({ delete: key })), ...rowPuts(entry, next)];
}

function difference(of: readonly string[], without: readonly string[]): string[] {
  return of.filter((one) => !without.includes(one));
}

function missingOf({ references }: Pick<Standing, 'references'>, refused: readonly (Item | undefined)[]): string {
  const id = references.find((_, place) => refused[place] !== undefined);
  if (id === undefined) throw new Error('a write was refused, and not for a missing reference');
  return id;
}
