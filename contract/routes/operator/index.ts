import type { Route } from '../../route.ts';
import { operatorAuditRoutes } from './audit.ts';
import { operatorCreditRoutes } from './credits.ts';
import { operatorSendingRoutes } from './sending.ts';
import { operatorTenantRoutes } from './tenants.ts';

/** Of the operators, whose logins are of no agency. */
export const operatorRoutes = {
  ...operatorTenantRoutes,
  ...operatorCreditRoutes,
  ...operatorSendingRoutes,
  ...operatorAuditRoutes,
} as const satisfies Record<string, Route>;
