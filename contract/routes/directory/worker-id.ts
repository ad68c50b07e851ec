import { entryId } from './entry.ts';

/** Apart from the fields of workers, which many functions that know the id don't need. */
export const workerId = entryId('wrk', 'a worker');
