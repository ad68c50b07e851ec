import { join } from 'node:path';
import type { Plugin } from 'vite';
import { routes } from '../../contract/routes/index.ts';

const ROUTE_TABLE = join(import.meta.dirname, '..', '..', 'contract', 'routes', 'index.ts');

/**
 * In the browser the typed client needs method and path of each route alone. The schemas stay out: with zod they are half as
 * large as the page itself, and the API checks what it is sent anyway.
 */
export function routeTable(): Plugin {
  const slim = Object.fromEntries(Object.entries(routes).map(([name, { method, path }]) => [name, { method, path }]));
  return {
    name: 'heraut-route-table',
    load: (id) => (id === ROUTE_TABLE ? `export const routes = ${JSON.stringify(slim)};` : undefined),
  };
}
