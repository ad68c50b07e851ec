import * as z from 'zod/mini';
import type { Route } from '../route.ts';
import { mailAddress } from './directory/fields.ts';

export const mailMarkRoutes = {
  clearMailMark: {
    method: 'POST',
    repeated: 'state',
    path: '/v1/mail-marks/clear',
    function: 'api-directory',
    summary: 'Mail to an address again that bounced or complained: somebody knows that it is good now',
    access: 'workers:manage',
    body: z.strictObject({ address: mailAddress }),
    answer: { status: 204 },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
