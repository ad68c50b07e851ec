import { matches, searchWords } from '../directory/entries/search-words.ts';
import { localDay } from '../directory/local-day.ts';
import type { Hirer } from './model.ts';
import { readPlaced } from './read-placed.ts';
import { type Placed, shownInList } from './shown-to-hirers.ts';
import type { HirerViewDependencies } from './view-worker.ts';

/** Rows read at once for a search, and at most for a page. */
const ROWS_AT_ONCE = 100;
/** Times that rows are read for one page: then it ends there, however few were found, and `next` goes on. */
const READS_AT_MOST = 5;

export interface HirerListQuery {
  readonly limit: number;
  /** where the page before ended */
  readonly after?: string | undefined;
  /** beginnings of words of the name: what is not shown can't be searched either */
  readonly search?: string | undefined;
}

/**
 * A page of the workers placed at the hirer's company today, in the order in which they were recorded. One line in the
 * audit trail tells of the whole page, before it is shown.
 */
export async function listPlacedWorkers(
  deps: Omit<HirerViewDependencies, 'consents'>,
  { tenant, contactId, companyId, requestId, address }: Hirer,
  query: HirerListQuery,
): Promise<{ items: ReturnType<typeof shownInList>[]; next?: string }> {
  const { tenantId } = tenant;
  const now = deps.clock.now();
  const where = { tenantId, companyId, day: localDay(tenant.country, now) };
  const { found, next } = await collect(deps.placed, where, query);
  const items = found.map(shownInList);
  await deps.auditTrail.add({
    ...{
      tenantId,
      subjectId: companyId,
      auditId: deps.newId('aud'),
      at: now.toISOString(),
      by: contactId,
      requestId,
      address,
    },
    action: 'listed-by-hirer',
    shown: { fields: [...new Set(items.flatMap(Object.keys))].sort(), of: items.map(({ id }) => id) },
  });
  return { items, ...(next !== undefined && { next }) };
}

async function collect(
  placed: HirerViewDependencies['placed'],
  where: Parameters<typeof readPlaced>[1],
  { limit, after, search }: HirerListQuery,
): Promise<{ found: Placed[]; next?: string }> {
  const { tenantId, companyId } = where;
  const wanted = searchWords(search ?? '');
  const rowsAtOnce = wanted.length > 0 ? ROWS_AT_ONCE : Math.min(limit + 1, ROWS_AT_ONCE);
  const found: Placed[] = [];
  let place = after;
  let reached: string | undefined;
  for (let read = 0; read < READS_AT_MOST; read++) {
    const page = await placed.rows(tenantId, companyId, { after: place, limit: rowsAtOnce });
    for (const one of await readPlaced(placed, where, page.rows)) {
      const last = found.at(-1);
      if (last?.worker.id === one.worker.id) {
        // the rows of one worker came in two reads
        found[found.length - 1] = { ...last, placements: [...last.placements, ...one.placements] };
      } else if (matches(nameWords(one), wanted)) {
        if (last && found.length === limit) return { found, next: placed.afterWorker(last.worker.id) };
        found.push(one);
      }
    }
    if (page.next === undefined) return { found };
    place = page.next;
    reached = page.rows.at(-1)?.workerId;
  }
  // Whoever is on this page does not come again on the next.
  const last = found.at(-1)?.worker.id;
  const next = last !== undefined && last === reached ? placed.afterWorker(last) : place;
  return { found, ...(next !== undefined && { next }) };
}

function nameWords({ worker: { fields } }: Placed): string[] {
  return searchWords(`${fields.givenName} ${fields.infix ?? ''} ${fields.familyName}`);
}
