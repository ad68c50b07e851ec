import type { ApiFunction, Route } from './route.ts';

/** Websites that an agency may allow to use its logins (E1-22). */
export const SITES_AT_MOST = 10;

const HOST_NAME =
  /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{2,59}|[a-z]{2,63})(?::\d{1,5})?$/;

/** An origin as a browser sends it (RFC 6454, 6.2), over TLS, by name: no path, no wildcard, no port that is the usual one. */
export function isSiteOrigin(text: string): boolean {
  return text.length <= 253 && HOST_NAME.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Answers what browsers ask before a request of another site (Fetch Standard, "CORS-preflight request"). */
export const PREFLIGHT_FUNCTION: ApiFunction = 'api-access';

/** The addresses that agencies' own sites use: each takes OPTIONS too. */
export function preflightPaths(routes: readonly Route[]): string[] {
  const flagged = routes.filter(({ fromAgencySites }) => fromAgencySites);
  return [...new Set(flagged.map(({ path }) => path))];
}
