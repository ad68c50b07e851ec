import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { routeTable } from './build/route-table.ts';
import { themeVariables } from './build/theme-variables.ts';

/**
 * What the log-in loads anyway is packed whole: cut to what each later page shares with it, it would be 7 kB more to load, as many
 * small files compress badly. The libraries are a file of their own, which stays in browsers from one release to the next.
 */
const FRONT = [
  { name: 'libraries', test: /node_modules.(?:react|react-dom|scheduler|i18next|react-i18next|@tanstack)./ },
  {
    name: 'front',
    test: /web.src.(?:api.(?:agency|client|session)|ui.(?:error-summary|failure|form|links|loading|page|password-field|problem|problem-alert|rules))\./,
  },
];

/** The stack of `npm start`, for `npx vite web`: the API's addresses go there. */
const LOCAL_API = 'http://127.0.0.1:4000';

export default {
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), routeTable(), themeVariables()],
  build: {
    target: 'es2022',
    // the policy of the pages allows no data: addresses and no script that is written into the document
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: FRONT } } },
  },
  server: { proxy: { '/v1': LOCAL_API, '/docs': LOCAL_API, '/openapi.json': LOCAL_API } },
  logLevel: 'warn',
} satisfies UserConfig;
