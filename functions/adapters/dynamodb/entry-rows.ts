import type { Entry } from '../../domain/directory/entries/model.ts';
import type { Row, Standing } from '../../domain/directory/entries/ports.ts';
import { after, DAY } from '../../domain/shared/clock.ts';
import { rowOf } from './codecs/entry.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys, listPartition, wordPartition } from './keys.ts';
import type { Item, Key, Table, Write } from './table.ts';

/** The rows by which entries are listed and found: each entry keeps its own in step with itself. */

interface KeptRow {
  readonly key: Key;
  readonly lastDay?: string | undefined;
  readonly attributes: Item;
}

export function rowKeys(tenantId: string, id: string, { places, words, searchedIn }: Standing): KeptRow[] {
  return [
    ...places.map(({ list, sort, lastDay }) => ({
      key: keys.listRow(tenantId, list, sort, id),
      lastDay,
      attributes: {},
    })),
    ...words.map((word) => ({ key: keys.wordRow(tenantId, searchedIn, word, id), attributes: { word } })),
  ];
}

export function rowPuts({ tenantId, id, changedAt }: Entry<unknown>, standing: Standing): { put: Key & Item }[] {
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

/** Only those that are others than before. Every row holds all the words, so that a change of one changes them all. */
export function rowChanges(entry: Entry<unknown>, before: Standing, next: Standing): Write[] {
  const { tenantId, id } = entry;
  const [old, wanted] = [contents(tenantId, id, before), contents(tenantId, id, next)];
  const gone = rowKeys(tenantId, id, before).filter(({ key }) => !wanted.has(placeOf(key)));
  const changed = rowPuts(entry, next).filter(({ put }) => old.get(placeOf(put)) !== wanted.get(placeOf(put)));
  return [...gone.map(({ key }) => ({ delete: key })), ...changed];
}

const placeOf = ({ pk, sk }: Key) => `${pk}\n${sk}`;
const contents = (tenantId: string, id: string, standing: Standing) =>
  new Map(rowKeys(tenantId, id, standing).map((row) => [placeOf(row.key), JSON.stringify([row, standing.words])]));

export interface RowQuery {
  readonly list: string;
  /** the beginning of a word of the name; the rows are then in the order of the words */
  readonly word?: string;
  readonly after?: string;
  readonly limit: number;
}

export async function readRows(
  table: Table,
  tenantId: string,
  { list, word, after, limit }: RowQuery,
): Promise<{ rows: Row[]; next?: string }> {
  const pk = word === undefined ? listPartition(tenantId, list) : wordPartition(tenantId, list);
  const { items, next } = await table.query({
    partition: { pk },
    ...(word !== undefined && { sort: { attribute: 'sk', beginsWith: word } }),
    ...(after !== undefined && { after: { pk, sk: after } }),
    limit,
    consistent: true,
  });
  return { rows: items.map(rowOf), ...(next && { next: String(next['sk']) }) };
}
