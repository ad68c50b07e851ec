import { encodeTime } from 'ulid';

/** What the ids that were made from a moment on sort behind; none is equal to it. */
export const firstIdAt = (prefix: string, moment: Date) => `${prefix}_${encodeTime(moment.getTime())}`;
