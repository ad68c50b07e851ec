import * as z from 'zod';

/** Fields that several routes and messages share. */
export const instant = z.iso.datetime().meta({ description: 'A moment in UTC, ISO 8601 with milliseconds' });
export const messageId = z
  .string()
  .regex(/^msg_[0-9A-HJKMNP-TV-Z]{26}$/, 'A message id begins with msg_')
  .meta({ description: 'Id of a message; sorts by the time it was accepted' });
export const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .meta({ description: 'A number in E.164: +31612345678' });

/** One line that a person typed: no control characters, no half characters (lone surrogates), which no store takes. */
export function line(missing: string, most: number) {
  return z
    .string(missing)
    .min(1, missing)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Leave out line breaks and other control characters');
}

/** A page of a list: newest first. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1024).optional().meta({ description: 'nextCursor of the page before' }),
});
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().optional().meta({ description: 'Absent on the last page' }),
  });
}
