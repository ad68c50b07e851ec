import { PREFLIGHT_FUNCTION, preflightPaths } from '../../contract/agency-sites.ts';
import { type ApiFunction, type Route, routeKey } from '../../contract/route.ts';

export interface Target {
  readonly function: ApiFunction;
  readonly routeKey: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
}

/** What no route matches goes here, as in AWS. */
const DEFAULT_TARGET: Target = { function: 'api-docs', routeKey: '$default' };

/** Finds routes as API Gateway does: the method and each segment must match, and a fixed segment goes before a parameter. */
export function router(routes: readonly Route[]): (method: string, path: string) => Target {
  const preflights = preflightPaths(routes).map((path) => ({
    ...{ method: 'OPTIONS' as const, path, function: PREFLIGHT_FUNCTION },
  }));
  const candidates = [...routes, ...preflights]
    .map((route) => ({ route, segments: route.path.split('/') }))
    .sort((a, b) => parameters(a.segments) - parameters(b.segments));
  return (method, path) => {
    const given = path.split('/');
    const found = candidates.find(({ route, segments }) => route.method === method && matches(segments, given));
    if (!found) return DEFAULT_TARGET;
    const names = found.segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), decode(given[index] ?? '')] as const] : [],
    );
    return {
      function: found.route.function,
      routeKey: routeKey(found.route),
      ...(names.length > 0 ? { pathParameters: Object.fromEntries(names) } : {}),
    };
  };
}

function matches(segments: readonly string[], given: readonly string[]): boolean {
  return (
    segments.length === given.length &&
    segments.every((segment, index) => (isParameter(segment) ? given[index] !== '' : segment === given[index]))
  );
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function parameters(segments: readonly string[]): number {
  return segments.filter(isParameter).length;
}

/** A wrong escape (`%zz`) stays as it is. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
