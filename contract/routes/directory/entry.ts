import * as z from 'zod/mini';
import { moment } from '../../fields.ts';
import { pageQuery } from '../../pages.ts';

/** What every entry of the directory has besides its own fields. */
export const entryFields = {
  version: z.int().register(z.globalRegistry, {
    description: 'Goes up with each change; also the ETag, which a change or a removal sends back as If-Match',
  }),
  createdAt: moment('When it was made'),
  changedAt: moment('When it was changed last'),
  changedBy: z.string().register(z.globalRegistry, { description: 'Id of the employee or API token' }),
};

/** An id such as `wrk_01J…`. */
export function entryId(prefix: string, what: string) {
  return z
    .string(`Give the id of ${what}`)
    .check(z.regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`), `The id of ${what} begins with ${prefix}_`))
    .register(z.globalRegistry, { description: `Id of ${what}`, examples: [`${prefix}_01JD0000000000000000000000`] });
}

/** A page in the order of the names; `search` finds the beginnings of words. */
export const searchQuery = z.extend(pageQuery, {
  search: z.optional(
    z.string().check(z.minLength(1), z.maxLength(100)).register(z.globalRegistry, {
      description: 'Beginnings of words of the name, in any order, without regard to accents',
    }),
  ),
});
