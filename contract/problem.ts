import * as z from 'zod';
import { errorCodes } from './errors.ts';

/** The body of every answer that is not a success: RFC 9457 `application/problem+json`. */
export const problem = z
  .object({
    type: z.string().meta({ description: 'Where this error is explained' }),
    title: z.string().meta({ description: 'What went wrong, in the language of Accept-Language' }),
    status: z.number().int(),
    detail: z.string().meta({ description: 'What to do about it' }),
    code: z.enum(errorCodes),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Each thing that is wrong, and where' }),
    requestId: z.string().meta({ description: 'Give us this when you ask for help' }),
  })
  .meta({ description: 'An error: what went wrong and what to do' });
export type Problem = z.infer<typeof problem>;
