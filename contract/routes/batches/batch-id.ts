import { entryId } from '../directory/entry.ts';

export const batchId = entryId('bat', 'a batch');
