import type middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '../../contract/route.ts';
import type { AgencySites } from '../domain/access/sites/model.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import type { ApiDependencies } from './api.ts';
import { originOf } from './credentials.ts';
import { ANSWER_HEADERS, header } from './headers.ts';
import { refuseOtherWays } from './origin.ts';

/** What a page of another site may read of an answer, and send (Fetch Standard, "CORS protocol"). */
const READABLE = 'etag, location, retry-after, x-request-id';
const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const HEADERS = 'authorization, content-type, idempotency-key, if-match';
/** Seconds for which a browser asks no second time. What it then sends is checked each time all the same. */
const PREFLIGHT_SECONDS = '600';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;
type RouteOf = (event: Event) => Pick<Route, 'fromAgencySites'> | undefined;
export type SitesMiddleware = ReturnType<typeof agencySites>;

/**
 * Lets pages of agencies' own websites ask, from the origins that agencies allow and for the routes that are meant for them
 * (E1-22). What they may do is decided where a login is checked; here is only who may ask and read the answer.
 */
export const agencySites = (sites: Pick<AgencySites, 'isListed'>) => (routeOf: RouteOf, deps: ApiDependencies) => {
  const origins = new WeakMap<Event, string>();

  const readable = (request: middy.Request<Event, Result>): void => {
    const { event, response } = request;
    if (!response || !(isPreflight(event) || routeOf(event)?.fromAgencySites)) return;
    request.response = answerTo(origins.get(event), response);
  };
  const middleware: middy.MiddlewareObj<Event, Result> = {
    before: async ({ event }) => {
      const preflight = deps.answersPreflights && isPreflight(event);
      if (!preflight && !routeOf(event)?.fromAgencySites) return undefined;
      refuseOtherWays(event, deps.originHashes);
      const origin = await agencySiteOf(sites, event, deps.siteOrigin);
      if (origin !== undefined) origins.set(event, origin);
      if (!preflight) return undefined;
      // It comes without a login, so that nobody knows whose it will be: any agency's site gets leave to ask.
      if (origin === undefined) throw new DomainError('wrong-origin');
      return preflightAnswer(origin, event.requestContext.requestId);
    },
    after: readable,
    onError: readable,
  };
  /** The origin of the agency's own site that asks; undefined for all others. */
  return { askedFrom: (event: Event) => origins.get(event), middleware };
};

const isPreflight = (event: Event) => event.requestContext.http.method === 'OPTIONS';

async function agencySiteOf(
  sites: Pick<AgencySites, 'isListed'>,
  event: Event,
  siteOrigin: string | undefined,
): Promise<string | undefined> {
  const origin = header(event, 'origin');
  if (origin === undefined || originOf(event, siteOrigin) !== 'other') return undefined;
  return (await sites.isListed(origin)) ? origin : undefined;
}

/** An answer that differs by who asks; readable for the origin that it is given to, and for no other. */
function answerTo(origin: string | undefined, { cookies, ...answer }: Result): Result {
  return {
    ...answer,
    // A cookie is for our own pages: browsers would send it along with requests that a page of another site makes.
    ...(cookies && origin === undefined && { cookies }),
    headers: {
      ...answer.headers,
      vary: [answer.headers?.['vary'], 'origin'].filter(Boolean).join(', '),
      ...(origin !== undefined && {
        'access-control-allow-origin': origin,
        'access-control-expose-headers': READABLE,
      }),
    },
  };
}

function preflightAnswer(origin: string, requestId: string): Result {
  const { headers } = answerTo(origin, { headers: { ...ANSWER_HEADERS, 'x-request-id': requestId } });
  return {
    statusCode: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': HEADERS,
      'access-control-max-age': PREFLIGHT_SECONDS,
    },
  };
}
