import type { Route } from '../../route.ts';
import { operatorAuditRoutes } from './audit.ts';
import { operatorTenantRoutes } from './tenants.ts';

/** Of the operators, whose logins are of no agency. */
export const operatorRoutes = {
  ...operatorTenantRoutes,
  ...operatorAuditRoutes,
} as const satisfies Record<string, Route>;
