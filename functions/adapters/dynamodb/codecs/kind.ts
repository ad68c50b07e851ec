import * as z from 'zod/mini';

/** One file for each kind of item, so that a function loads only those it reads. */

/** What every item says of itself. What is read is parsed, so that a wrong item is an error here and not a wonder elsewhere. */
export const kind = <T extends string>(type: T) => ({ type: z.literal(type), v: z.literal(1) });

/** An item as the domain knows it. */
export function bare<T extends { type: string; v: number }>({ type: _, v: __, ...rest }: T): Omit<T, 'type' | 'v'> {
  return rest;
}
