import * as z from 'zod/mini';
import { moment } from '../../fields.ts';
import type { Route } from '../../route.ts';
import { reason } from './credits.ts';
import { tenantId } from './tenants.ts';

const stopped = z.boolean('Say true or false').register(z.globalRegistry, {
  description: 'Nothing is accepted, nothing leaves its lane, and boxes are asked for what they have not sent',
});
const body = z.strictObject({ stopped, reason });

export const operatorSendingRoutes = {
  setTenantSending: {
    method: 'PUT',
    path: '/v1/operator/tenants/{tenantId}/sending',
    function: 'api-operator',
    summary: 'Stop all sending of an agency at once, or lift that',
    access: 'operator',
    params: z.object({ tenantId }),
    body,
    answer: { status: 200, schema: z.object({ stopped }) },
    errors: ['not-found'],
  },
  getSending: {
    method: 'GET',
    path: '/v1/operator/sending',
    function: 'api-operator',
    summary: 'Whether all sending is stopped everywhere, since when and why',
    access: 'operator',
    answer: {
      status: 200,
      schema: z.object({ stopped, reason: z.optional(reason), at: z.optional(moment('When it was last changed')) }),
    },
    errors: [],
  },
  setSending: {
    method: 'PUT',
    path: '/v1/operator/sending',
    function: 'api-operator',
    summary: 'Stop all sending of all agencies at once, or lift that; an agency that is stopped by itself stays so',
    access: 'operator',
    body,
    answer: { status: 200, schema: z.object({ stopped }) },
    errors: [],
  },
} as const satisfies Record<string, Route>;
