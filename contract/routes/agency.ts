import * as z from 'zod/mini';
import type { Route } from '../route.ts';
import { agency } from './session.ts';

export const agencyRoutes = {
  getAgency: {
    method: 'GET',
    path: '/v1/agencies/{slug}',
    function: 'api-access',
    summary: 'The name of an agency, by its short name: for its log-in page',
    access: 'open',
    params: z.object({ slug: agency }),
    answer: {
      status: 200,
      schema: z.object({
        name: z.optional(z.string()).register(z.globalRegistry, {
          description: 'Absent where no agency has this short name',
        }),
      }),
    },
    errors: ['too-many-tries'],
  },
} as const satisfies Record<string, Route>;
