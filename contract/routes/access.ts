import type { Route } from '../route.ts';
import { apiTokenRoutes } from './api-tokens.ts';
import { sessionRoutes } from './session.ts';

export const accessRoutes = { ...sessionRoutes, ...apiTokenRoutes } as const satisfies Record<string, Route>;
