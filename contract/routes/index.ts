import type { Route } from '../route.ts';
import { accessRoutes } from './access.ts';
import { docsRoutes } from './docs.ts';
import { messagingRoutes } from './messaging.ts';

/** THE route table. */
export const routes = { ...accessRoutes, ...messagingRoutes, ...docsRoutes } as const satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
