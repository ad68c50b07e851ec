import type { Route } from '../route.ts';
import { messagingRoutes } from './messaging.ts';

/** THE route table. */
export const routes = { ...messagingRoutes } as const satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
