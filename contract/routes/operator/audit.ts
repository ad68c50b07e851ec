import type { Route } from '../../route.ts';
import { auditRoutes } from '../audit.ts';

export const operatorAuditRoutes = {
  listOperatorAuditLines: {
    ...auditRoutes.listAuditLines,
    path: '/v1/operator/audit',
    function: 'api-operator',
    summary: 'Which operator did what, newest first: to one agency, or to all, in a time',
    access: 'operator',
  },
} as const satisfies Record<string, Route>;
