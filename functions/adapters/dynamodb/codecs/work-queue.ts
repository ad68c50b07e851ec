import * as z from 'zod/mini';
import type { Item } from '../table.ts';

/** What the index `workQueue` gives: KEYS_ONLY. */
const workQueueRow = z.object({ workQueue: z.string(), workOrder: z.string(), pk: z.string(), sk: z.string() });

export const workQueueRowOf = (item: Item) => z.parse(workQueueRow, item);
