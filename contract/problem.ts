import * as z from 'zod/mini';
import { errorCodes } from './errors.ts';

/** The body of every answer that is not a success: RFC 9457 `application/problem+json`. */
export const problem = z
  .object({
    type: z.string().register(z.globalRegistry, { description: 'Where this error is explained' }),
    title: z
      .string()
      .register(z.globalRegistry, { description: 'What went wrong, in the language of Accept-Language' }),
    status: z.int(),
    detail: z.string().register(z.globalRegistry, { description: 'What to do about it' }),
    code: z.enum(errorCodes),
    errors: z.optional(
      z
        .array(z.object({ path: z.string(), message: z.string() }))
        .register(z.globalRegistry, { description: 'Each thing that is wrong, and where' }),
    ),
    requestId: z.string().register(z.globalRegistry, { description: 'Give us this when you ask for help' }),
  })
  .register(z.globalRegistry, { description: 'An error: what went wrong and what to do' });
export type Problem = z.infer<typeof problem>;
