import * as z from 'zod/mini';

/** Fields that several routes and messages share. */
export const instant = z.iso.datetime().check(z.describe('A moment in UTC, ISO 8601 with milliseconds'));
export const messageId = z
  .string()
  .check(
    z.regex(/^msg_[0-9A-HJKMNP-TV-Z]{26}$/, 'A message id begins with msg_'),
    z.describe('Id of a message; sorts by the time it was accepted'),
  );
export const e164 = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/), z.describe('A number in E.164: +31612345678'));

/** One line that a person typed: no control characters, no half characters (lone surrogates), which no store takes. */
export function line(missing: string, most: number) {
  return z
    .string(missing)
    .check(
      z.minLength(1, missing),
      z.maxLength(most),
      z.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Leave out line breaks and other control characters'),
    );
}

/** A page of a list: newest first. */
export const pageQuery = z.strictObject({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 25),
  cursor: z.optional(z.string().check(z.maxLength(1024), z.describe('nextCursor of the page before'))),
});
export function pageOf<T extends z.core.$ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.optional(z.string().check(z.describe('Absent on the last page'))),
  });
}
