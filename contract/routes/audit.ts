import * as z from 'zod/mini';
import { moment } from '../fields.ts';
import { pageOf, pageQuery } from '../pages.ts';
import type { Route } from '../route.ts';

export const auditLine = z.object({
  id: z.string(),
  at: moment('When'),
  by: z.string().register(z.globalRegistry, { description: 'Id of who did it; `system` for what happened by itself' }),
  record: z.string().register(z.globalRegistry, { description: 'Id of what was changed or seen: `wrk_…`, `settings`' }),
  action: z.string(),
  requestId: z.optional(z.string()),
  address: z.optional(z.string().register(z.globalRegistry, { description: 'Of the client that made the request' })),
  changed: z.optional(z.array(z.string()).register(z.globalRegistry, { description: 'Names of the changed fields' })),
  detail: z.optional(z.string()),
  shown: z.optional(
    z.object({
      fields: z.array(z.string()).register(z.globalRegistry, { description: 'Names of the fields that were shown' }),
      of: z.optional(z.array(z.string()).register(z.globalRegistry, { description: 'Ids of those in a list' })),
    }),
  ),
});

export const auditRoutes = {
  listAuditLines: {
    method: 'GET',
    path: '/v1/audit',
    function: 'api-directory',
    summary: 'Who did and who saw what, newest first: of one record, or of the whole agency, in a time',
    access: 'audit:read',
    query: z
      .extend(pageQuery, {
        record: z.optional(
          z
            .string()
            .check(z.regex(/^[a-zA-Z0-9_-]{1,60}$/, 'Give an id such as wrk_01JD…, or settings'))
            .register(z.globalRegistry, { description: 'Id of what was changed or seen; absent: all' }),
        ),
        from: z.optional(moment('Not before')),
        until: z.optional(moment('Not after')),
      })
      .check(
        z.refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
          path: ['until'],
          message: 'The end is before the beginning',
        }),
      ),
    answer: { status: 200, schema: pageOf(auditLine) },
    errors: [],
  },
} as const satisfies Record<string, Route>;
