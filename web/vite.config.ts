import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { routeTable } from './build/route-table.ts';
import { themeVariables } from './build/theme-variables.ts';

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
  },
  server: { proxy: { '/v1': LOCAL_API, '/docs': LOCAL_API, '/openapi.json': LOCAL_API } },
  logLevel: 'warn',
} satisfies UserConfig;
