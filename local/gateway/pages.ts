import { globSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { ASSETS_PATH, cacheControl, isPage, PAGE_HEADERS, pagePolicy } from '../../contract/site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The web app as CloudFront delivers it: the pages are one document, assets are what they are, everything else is not found.
 * @param folder as tools/build-web.ts made it
 * @param filesOrigin of the bucket of files
 */
export function createPages(
  folder: string,
  filesOrigin: string,
): (request: IncomingMessage, response: ServerResponse) => void {
  const assets = globSync(`${ASSETS_PATH.slice(1)}**`, { cwd: folder }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  const files = new Map(['index.html', ...assets].map((file) => [`/${file}`, readFileSync(join(folder, file))]));
  return (request, response) => {
    const path = pathOf(request);
    const file = isPage(path) ? '/index.html' : path;
    const content = isPage(path) || path.startsWith(ASSETS_PATH) ? files.get(file) : undefined;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const found = reads && content !== undefined;
    response.writeHead(found ? 200 : reads ? 404 : 405, {
      ...PAGE_HEADERS,
      'content-security-policy': pagePolicy(filesOrigin),
      'cache-control': found ? cacheControl(file) : 'no-store',
      'content-type': found ? (TYPES[extname(file)] ?? 'application/octet-stream') : 'text/plain; charset=utf-8',
      ...(!reads && { allow: 'GET, HEAD' }),
    });
    response.end(found ? content : reads ? 'Not found\n' : 'Method not allowed\n');
  };
}

export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/';
}
