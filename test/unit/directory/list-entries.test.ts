import { expect, it } from 'vitest';
import { listEntries } from '../../../functions/domain/directory/entries/list-entries.ts';
import type { Entries, Row } from '../../../functions/domain/directory/entries/ports.ts';

const ROWS = 1_200;
/** Jan Adams, a thousand and more times, and one Jan Zwart at the end. */
const rows: Row[] = Array.from({ length: ROWS }, (_, index) => ({
  id: `wrk_${index}`,
  sort: String(index).padStart(5, '0'),
  word: 'jan',
  words: ['jan', index === ROWS - 1 ? 'zw' : 'adams'],
}));

function counted() {
  let reads = 0;
  const entries = {
    async rows(_tenantId: string, { after = '', limit }: { after?: string; limit: number }) {
      reads += 1;
      const left = rows.filter(({ sort }) => sort > after);
      const page = left.slice(0, limit);
      return { rows: page, ...(left.length > limit && { next: page.at(-1)?.sort ?? '' }) };
    },
    findMany: async (_tenantId: string, ids: readonly string[]) => ids.map((id) => ({ id })),
  } as unknown as Entries<object>;
  return { entries, reads: () => reads };
}

it('a search reads 500 rows for one page at most, and its next page goes on there', async () => {
  const { entries, reads } = counted();
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const before = reads();
    const { items, next } = await listEntries(entries, 'ten_1', 'workers', { limit: 20, after, search: 'jan zw' });
    expect(reads() - before).toBeLessThanOrEqual(5);
    pages.push(items.map(({ id }) => id));
    after = next;
  } while (after !== undefined);
  expect(pages).toEqual([[], [], [`wrk_${ROWS - 1}`]]);
});
