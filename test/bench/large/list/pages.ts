import type { MessageListRepository } from '../../../../functions/adapters/dynamodb/message-list-repository.ts';
import { listMessages } from '../../../../functions/domain/messaging/list-messages.ts';
import type { Reads, readMeter } from '../../../support/read-units.ts';
import { idsOf, singleFilters } from './filters.ts';

/** Messages on a page, as the API gives them unless told. */
export const PAGE = 25;

export interface Reading {
  readonly lists: MessageListRepository;
  readonly meter: ReturnType<typeof readMeter>;
  readonly tenantId: string;
  /** messages in the list */
  readonly count: number;
}

export interface PageCost extends Reads {
  /** the filter, and which of its pages */
  readonly name: string;
  /** whether it has the very messages that it is to have */
  readonly isRight: boolean;
}

/** What the first page of each single filter costs, and one in the middle of what fits, which begins at a cursor. */
export async function singlePages({ lists, meter, tenantId, count }: Reading): Promise<PageCost[]> {
  const filters = singleFilters(count);
  const costs: PageCost[] = [];
  for (const [name, ids] of Object.entries(idsOf(filters, count))) {
    const middle = Math.floor(ids.length / 2);
    if (middle < PAGE) throw new Error(`too few messages for two whole pages of ${name}`);
    for (const from of [0, middle]) {
      meter.read();
      const page = await listMessages(
        lists,
        tenantId,
        filters[name] ?? {},
        PAGE,
        from === 0 ? undefined : ids[from - 1],
      );
      const found = page.items.map(({ messageId }) => messageId);
      const isRight = found.join() === ids.slice(from, from + PAGE).join();
      costs.push({ name: `${name}, ${from === 0 ? 'first' : 'middle'} page`, ...meter.read(), isRight });
    }
  }
  return costs;
}
