import type { Route } from '../../route.ts';
import { branchRoutes } from './branches.ts';
import { companyRoutes } from './companies.ts';
import { contactRoutes } from './contacts.ts';
import { employeeRoutes } from './employees.ts';
import { placementRoutes } from './placements.ts';
import { roleRoutes } from './roles.ts';
import { workerRoutes } from './workers.ts';

export const directoryRoutes = {
  ...workerRoutes,
  ...companyRoutes,
  ...contactRoutes,
  ...placementRoutes,
  ...branchRoutes,
  ...employeeRoutes,
  ...roleRoutes,
} as const satisfies Record<string, Route>;
