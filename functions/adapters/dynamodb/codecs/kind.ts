import * as z from 'zod/mini';

/** One file for each kind of item, so that a function loads only those it reads. */

/** What every item says of itself. What is read is parsed, so that a wrong item is an error here and not a wonder elsewhere. */
export const kind = <T extends string>(type: T) => ({ type: z.literal(type), v: z.literal(1) });

/** An item as the domain knows it; of several forms each without what they all have. */
type Bare<T> = T extends unknown ? Omit<T, 'type' | 'v'> : never;
export function bare<T extends { type: string; v: number }>({ type: _, v: __, ...rest }: T): Bare<T> {
  return rest as Bare<T>;
}
