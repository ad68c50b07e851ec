import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Permission } from '../../contract/permissions.ts';
import { type Route, routeKey } from '../../contract/route.ts';
import type { Principal } from '../domain/access/principal.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import type { ApiAnswer, ApiDependencies, ApiRequest, Handlers, RouteHandler } from './api.ts';
import { browserOf } from './browser.ts';
import { credentialsOf, refuseOtherSites } from './credentials.ts';
import { ANSWER_HEADERS, header, siteOf } from './headers.ts';
import { readIdempotencyKey, readParams, readQueryAndBody, readVersion, refuseLargeBody } from './input.ts';
import { errorFields } from './log.ts';
import { addressOf, refuseOtherWays } from './origin.ts';
import { languageOf, problemAnswer } from './problem.ts';
import { unmatched } from './unmatched.ts';

export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The Lambda handler of some routes, for API Gateway's HTTP API (payload format 2.0). */
export function createApi<const T extends Record<string, Route>>(
  routes: T,
  handlers: Handlers<T>,
  deps: ApiDependencies,
): ApiHandler {
  const table = new Map(
    Object.entries(routes).map(([name, route]) => [
      routeKey(route),
      { route, handler: handlers[name as keyof T] as unknown as RouteHandler<Route> },
    ]),
  );

  const sites = deps.agencySites?.((event) => table.get(event.routeKey)?.route, deps);

  const answer = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    refuseOtherWays(event, deps.originHashes);
    const entry = table.get(event.routeKey);
    if (!entry) throw unmatched(event.rawPath, deps.knownRoutes ?? Object.values(routes));
    const { route, handler } = entry;
    refuseLargeBody(event);
    const agencySite = sites?.askedFrom(event);
    const principal = await admit(route, event, deps, agencySite);
    const request = {
      params: readParams(route, event),
      idempotencyKey: readIdempotencyKey(route, event),
      version: readVersion(route, event),
      ...readQueryAndBody(route, event),
      principal,
      requestId: event.requestContext.requestId,
      language: languageOf(header(event, 'accept-language')),
      address: addressOf(event, deps.originHashes),
      browser: browserOf(event),
      agencySite,
      site: siteOf(event, deps.siteOrigin),
    };
    return render(route, await handler(request as ApiRequest<Route>), request.requestId);
  };

  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use([...(sites ? [sites.middleware] : []), problems(deps)])
    .handler(answer) as ApiHandler;
}

/** Sees the errors of everything, as the hooks of errors run from the last that was registered to the first. */
function problems({
  log,
  fieldMessage,
}: ApiDependencies): middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      const { event, error } = request;
      const known = error instanceof DomainError ? error : undefined;
      const fields = {
        requestId: event.requestContext.requestId,
        route: event.routeKey,
        code: known?.code ?? 'internal-error',
      };
      if (!known) log.error('request failed', { ...fields, ...errorFields(error) });
      else if (known.code === 'temporarily-unavailable')
        log.error('service out of reach', { ...fields, ...errorFields(known) });
      // not returned: that would be the last word, and the answer still has to say who may read it
      request.response = problemAnswer(error, event, fieldMessage);
    },
  };
}

/** Who makes the request, where the route needs to know; refuses those who may not. */
async function admit(
  route: Route,
  event: APIGatewayProxyEventV2,
  deps: ApiDependencies,
  agencySite: string | undefined,
): Promise<Principal | undefined> {
  if (route.access === 'open') {
    if (route.method !== 'GET' && agencySite === undefined) refuseOtherSites(event, deps.siteOrigin);
    return undefined;
  }
  if (!deps.authenticate) throw new Error(`${route.path} needs a login, and this function cannot check one`);
  const principal = await deps.authenticate(credentialsOf(event, deps.siteOrigin, agencySite));
  if (principal.kind !== 'api-token' && principal.mustChangeLoginData && !route.duringFirstLogin)
    throw new DomainError('login-data-must-change');
  if (principal.kind !== 'api-token' && principal.pending && !route.whilePending?.includes(principal.pending))
    throw new DomainError('second-factor-required', { errors: [{ path: 'pending', word: principal.pending }] });
  const withheld = heldBack(principal, route);
  if (withheld) throw new DomainError(withheld);
  if (!isAllowed(principal, route))
    throw new DomainError('not-permitted', { errors: [{ path: 'permission', word: route.access }] });
  return principal;
}

/** Why the agency's settings hold back what the route needs, if they do. */
function heldBack({ withheld }: Principal, { access, evenWhileOff }: Route): ErrorCode | undefined {
  const why = withheld?.get(access as Permission);
  return evenWhileOff && why !== 'sms-role-missing' ? undefined : why;
}

function isAllowed({ kind, permissions, withheld }: Principal, { access, evenWhileOff }: Route): boolean {
  if (access === 'open') return true;
  if (access === 'login') return true;
  if (access === 'worker') return kind === 'worker';
  if (access === 'hirer') return kind === 'contact';
  if (access === 'operator') return kind === 'operator';
  return access === 'staff'
    ? kind === 'employee' || kind === 'api-token'
    : permissions.has(access) || (evenWhileOff === true && withheld?.has(access) === true);
}

/** The schema of the answer lets nothing out that the contract does not name. */
function render(route: Route, answer: ApiAnswer<Route>, requestId: string): APIGatewayProxyStructuredResultV2 {
  const { status, schema, contentType = 'application/json' } = route.answer;
  const body = schema && z.parse(schema, answer.body);
  return {
    statusCode: status,
    headers: {
      ...ANSWER_HEADERS,
      ...(schema && { 'content-type': contentType }),
      'x-request-id': requestId,
      ...answer.headers,
    },
    ...(answer.cookies && { cookies: [...answer.cookies] }),
    ...(schema && { body: contentType === 'application/json' ? JSON.stringify(body) : String(body) }),
  };
}
