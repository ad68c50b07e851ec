import type { Entries, Row } from './ports.ts';
import { matches, searchWords } from './search-words.ts';

/** Rows read at once while those that a search asks for are looked for. */
const ROWS_AT_ONCE = 100;
/** Times that they are read for one page: then it ends there, however few were found, and `next` goes on. */
const READS_AT_MOST = 5;

/** Entries of one kind, as lists read them. */
export interface Lists<E> extends Pick<Entries<unknown>, 'rows'> {
  findMany(tenantId: string, ids: readonly string[]): Promise<E[]>;
}

export interface ListQuery {
  readonly limit: number;
  /** where the page before ended */
  readonly after?: string | undefined;
  readonly search?: string | undefined;
}

/** A page of a list, in its order; a search is in the order of the words found. `next` is where it ended. */
export async function listEntries<E>(
  entries: Lists<E>,
  tenantId: string,
  list: string,
  { limit, after, search }: ListQuery,
): Promise<{ items: E[]; next?: string }> {
  const wanted = searchWords(search ?? '');
  const { rows, next } = await (wanted.length > 0
    ? found(entries, tenantId, list, wanted, limit, after)
    : entries.rows(tenantId, { list, limit, ...(after !== undefined && { after }) }));
  const items = await entries.findMany(
    tenantId,
    rows.map(({ id }) => id),
  );
  return { items, ...(next !== undefined && { next }) };
}

/** Reads the rows of the longest word, which are the fewest, and leaves out those that the other words do not fit. */
async function found(
  entries: Pick<Lists<unknown>, 'rows'>,
  tenantId: string,
  list: string,
  wanted: readonly string[],
  limit: number,
  start: string | undefined,
): Promise<{ rows: Row[]; next?: string }> {
  const word = wanted.reduce((longest, one) => (one.length > longest.length ? one : longest));
  const rows: Row[] = [];
  let after = start;
  for (let read = 0; read < READS_AT_MOST; read++) {
    const page = await entries.rows(tenantId, {
      list,
      word,
      limit: ROWS_AT_ONCE,
      ...(after !== undefined && { after }),
    });
    for (const row of page.rows) {
      // `Jan Jansen` stands there twice for `jan`: he counts where the first of those words stands.
      const first = row.words.find((one) => one.startsWith(word)) === row.word;
      if (first && matches(row.words, wanted)) {
        if (rows.length === limit) return { rows, ...(after !== undefined && { next: after }) };
        rows.push(row);
      }
      after = row.sort;
    }
    if (page.next === undefined) return { rows };
  }
  return { rows, ...(after !== undefined && { next: after }) };
}
