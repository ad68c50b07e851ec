import {
  LOOKED_AT_MOST,
  listMessages,
  type MessageFilter,
} from '../../../../functions/domain/messaging/list-messages.ts';
import type { Misses } from '../../misses.ts';
import { inWords, printRow } from '../print-row.ts';
import { idsOf } from './filters.ts';
import { PAGE, type Reading } from './pages.ts';
import { atOf, planOf } from './plan.ts';

/** Of a search that finds little: somebody would have given up long before. */
const PAGES_AT_MOST = 12;
/** How many messages before the newest the one lies that a search for its words is after. */
const AGO = 1_200;

/** Of a column. */
const WIDTH = 12;

/** Combinations of filters, and words. */
function searchesOf(count: number): Readonly<Record<string, MessageFilter>> {
  const { to, by, templateId } = planOf(0);
  const sought = Math.max(0, count - 1 - AGO);
  const words = `dienst ${sought}.`;
  return {
    'state and by': { state: 'failed', by },
    'to and template': { to, templateId },
    'route, record and state': { route: 'websms', recordId: planOf(0).recordId, state: 'unconfirmed' },
    'words, far back': { text: words },
    'words within days': { text: words, from: atOf(sought - AGO), until: atOf(sought + 10) },
    'words that are nowhere, within days': { text: 'nergens', from: atOf(count - AGO) },
  };
}

/** Each page looks at 500 messages at most, says how far back it came, and the next one goes on there, until all are found. */
export async function searches({ lists, meter, tenantId, count }: Reading): Promise<Misses> {
  const missed: string[] = [];
  const filters = searchesOf(count);
  printRow(['', 'found', 'pages', 'looked at', 'queries', 'first searchedTo'], WIDTH);
  for (const [name, ids] of Object.entries(idsOf(filters, count))) {
    const enough = Math.min(ids.length, PAGE);
    const found: string[] = [];
    const pages: { looked: number; queries: number; to: string }[] = [];
    let before: string | undefined;
    do {
      meter.read();
      const page = await listMessages(lists, tenantId, filters[name] ?? {}, PAGE, before);
      const { entries, queries } = meter.read();
      pages.push({ looked: entries, queries, to: page.searchedTo ?? '' });
      found.push(...page.items.map(({ messageId }) => messageId));
      before = page.next;
    } while (before !== undefined && (enough === 0 || found.length < enough) && pages.length < PAGES_AT_MOST);
    const most = (of: 'looked' | 'queries') => Math.max(...pages.map((page) => page[of]));
    printRow(
      [name, ...[found.length, pages.length, most('looked'), most('queries')].map(inWords), pages[0]?.to ?? ''],
      WIDTH,
    );

    if (found.join() !== ids.slice(0, found.length).join() || found.length < enough)
      missed.push(`${name}: it found ${found.length}, and not the newest that fit`);
    if (most('looked') > LOOKED_AT_MOST) missed.push(`${name}: a page looked at ${most('looked')} messages`);
    const moments = pages.map(({ to }) => to);
    if (moments.some((moment, index) => moment === '' || moment >= (moments[index - 1] ?? '~')))
      missed.push(`${name}: searchedTo does not go back page by page: ${moments.join()}`);
  }
  return missed;
}
