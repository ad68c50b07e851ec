import type { Route } from '../route.ts';
import { agencyRoutes } from './agency.ts';
import { apiTokenRoutes } from './api-tokens.ts';
import { deviceRoutes } from './devices.ts';
import { ownAccountRoutes } from './own-account.ts';
import { recoveryRoutes } from './recovery.ts';
import { sessionRoutes } from './session.ts';

export const accessRoutes = {
  ...sessionRoutes,
  ...agencyRoutes,
  ...deviceRoutes,
  ...recoveryRoutes,
  ...ownAccountRoutes,
  ...apiTokenRoutes,
} as const satisfies Record<string, Route>;
