import * as z from 'zod/mini';

/** A page of a list: newest first. */
export const pageQuery = z.strictObject({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 25),
  cursor: z.optional(
    z.string().check(z.maxLength(1024)).register(z.globalRegistry, { description: 'nextCursor of the page before' }),
  ),
});
export function pageOf<T extends z.core.$ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.optional(z.string().register(z.globalRegistry, { description: 'Absent on the last page' })),
  });
}
