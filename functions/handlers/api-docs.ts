import { openApi } from '../../contract/openapi.ts';
import { docsRoutes } from '../../contract/routes/docs.ts';
import { routes } from '../../contract/routes/index.ts';
import * as compose from '../compose.ts';
import { createApi } from '../http/create-api.ts';
import { PAGE_POLICY, renderPage } from '../http/docs/page.ts';

const document = openApi(routes);
const page = renderPage(document);

/** The same for everybody until the next deployment. */
const PUBLIC = { 'cache-control': 'public, max-age=300' };

/** Also answers `$default`: what no route matches is a 404 or 405 of ours. */
export const handler = createApi(
  docsRoutes,
  {
    async getOpenApi() {
      return { body: { ...document }, headers: PUBLIC };
    },
    async getDocs() {
      return { body: page, headers: { ...PUBLIC, 'content-security-policy': PAGE_POLICY } };
    },
  },
  { ...compose.apiDocs(), knownRoutes: Object.values(routes) },
);
