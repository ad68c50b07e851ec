import { openApi } from '../../contract/openapi.ts';
import { docsRoutes } from '../../contract/routes/docs.ts';
import { routes } from '../../contract/routes/index.ts';
import { apiDocs } from '../compose/api-docs.ts';
import { createApi } from '../http/create-api.ts';
import { PAGE_POLICY, renderPage } from '../http/docs/page.ts';

/** Made when it is first asked for: most that comes here is an address that there is not. */
let made: { document: ReturnType<typeof openApi>; page: string } | undefined;
function docs() {
  if (!made) {
    const document = openApi(routes);
    made = { document, page: renderPage(document) };
  }
  return made;
}

/** The same for everybody until the next deployment. */
const PUBLIC = { 'cache-control': 'public, max-age=300' };

/** Also answers `$default`: what no route matches is a 404 or 405 of ours. */
export const handler = createApi(
  docsRoutes,
  {
    async getOpenApi() {
      return { body: { ...docs().document }, headers: PUBLIC };
    },
    async getDocs() {
      return { body: docs().page, headers: { ...PUBLIC, 'content-security-policy': PAGE_POLICY } };
    },
  },
  { ...apiDocs(), knownRoutes: Object.values(routes) },
);
