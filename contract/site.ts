/**
 * The web app and the API share one origin, so that the session's cookie can be `__Host-` and SameSite=Strict. These are the
 * addresses of each, for CloudFront and for the gateway of the local stack.
 */

/** Addresses that the API answers, in CloudFront's notation; every other one is the web app's. */
export const API_PATHS = ['/v1/*', '/docs', '/openapi.json'] as const;

/** Files of the web app whose names change with their content. */
export const ASSETS_PATH = '/assets/';

/** The pages of the web app. All are one document, which shows the page of its address. */
export const PAGES = [
  '/',
  '/login',
  '/first-login',
  '/second-factor',
  '/recover',
  '/invitation',
  '/send-sms',
  '/messages',
  '/message',
  '/templates',
  '/template',
  '/threads',
  '/thread',
  '/opt-outs',
  '/batches',
  '/new-batch',
  '/batch',
  '/selections',
  '/selection',
  '/credits',
  '/sms-settings',
  '/mobile-prefixes',
  '/webhooks',
] as const;
export type PagePath = (typeof PAGES)[number];

export function isApiPath(path: string): boolean {
  return API_PATHS.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );
}

export function isPage(path: string): path is PagePath {
  return (PAGES as readonly string[]).includes(path);
}

/**
 * What a page may load and do: its own origin's scripts and styles, none written into the document. Beyond that origin it sends files to the
 * bucket that takes them, and to nothing else.
 *
 * @param filesOrigin of the bucket of files
 */
export const pagePolicy = (filesOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${filesOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** Of every file of the web app, beside its policy. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A file whose name changes with its content is kept for a year; the document is asked for anew each time. */
export function cacheControl(path: string): string {
  return path.startsWith(ASSETS_PATH) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
