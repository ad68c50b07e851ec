import { openApi } from '../../../contract/openapi.ts';
import type { Route } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes/index.ts';
import { exampleOf, resolve } from '../../../functions/http/docs/fields.ts';

const document = openApi(routes);

/** The body that the documentation shows. */
export function exampleBody(route: Route): Record<string, unknown> {
  const operation = document.paths[route.path]?.[route.method.toLowerCase()];
  const schema = operation?.requestBody?.content['application/json']?.schema ?? {};
  return exampleOf(resolve(document, schema)) as Record<string, unknown>;
}
