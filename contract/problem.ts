import * as z from 'zod/mini';
import { errorCodes } from './errors.ts';

/** The body of every answer that is not a success: RFC 9457 `application/problem+json`. */
export const problem = z
  .object({
    type: z.string().check(z.describe('Where this error is explained')),
    title: z.string().check(z.describe('What went wrong, in the language of Accept-Language')),
    status: z.int(),
    detail: z.string().check(z.describe('What to do about it')),
    code: z.enum(errorCodes),
    errors: z.optional(
      z
        .array(z.object({ path: z.string(), message: z.string() }))
        .check(z.describe('Each thing that is wrong, and where')),
    ),
    requestId: z.string().check(z.describe('Give us this when you ask for help')),
  })
  .check(z.describe('An error: what went wrong and what to do'));
export type Problem = z.infer<typeof problem>;
