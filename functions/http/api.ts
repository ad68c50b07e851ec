import type { SayField } from '../../contract/catalogues/field-messages/index.ts';
import type { Language } from '../../contract/catalogues/index.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '../../contract/route.ts';
import type { Browser } from '../domain/access/devices/meet-device.ts';
import type { Credentials, Principal } from '../domain/access/principal.ts';
import type { SitesMiddleware } from './agency-sites.ts';
import type { Log } from './log.ts';

/** What a handler gets: everything checked and typed by its route. */
export interface ApiRequest<R extends Route> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly principal: R['access'] extends 'open' ? undefined : Principal;
  readonly idempotencyKey: R extends { readonly idempotencyKey: 'required' } ? string : undefined;
  /** by If-Match */
  readonly version: R extends { readonly ifMatch: 'required' } ? number : undefined;
  readonly requestId: string;
  /** of the person who asks, by Accept-Language */
  readonly language: Language;
  /** whence it came, as the first of ours saw it */
  readonly address: string;
  /** what the browser shows of itself */
  readonly browser: Browser;
  /** the origin of the agency's own site whose page asks; undefined for all others */
  readonly agencySite: string | undefined;
  /** where this API is, as its caller reached it: `https://api.example` */
  readonly site: string;
}

/** What a handler gives; the status and the content-type are the route's. */
export interface ApiAnswer<R extends Route> {
  readonly body: AnswerOf<R>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

export type RouteHandler<R extends Route> = (request: ApiRequest<R>) => Promise<ApiAnswer<R>>;

/** One handler for each route: a missing one is a type error. */
export type Handlers<T extends Record<string, Route>> = { readonly [K in keyof T]: RouteHandler<T[K]> };

export interface ApiDependencies {
  /** absent where all routes are open; @throws DomainError `not-logged-in` */
  readonly authenticate?: (credentials: Credentials) => Promise<Principal>;
  readonly log: Log;
  /** where the web app is served, `https://app.example`; told from `Origin` where a browser sends no Sec-Fetch-Site */
  readonly siteOrigin?: string | undefined;
  /** for routes that pages of agencies' own sites may use */
  readonly agencySites?: SitesMiddleware;
  /** this function gets what browsers ask before a request of another site */
  readonly answersPreflights?: true;
  /** says what is wrong with a field, in the caller's language */
  readonly fieldMessage: SayField;
  /** SHA-256, in hex, of each secret that CloudFront may send; absent on one machine, where nothing is in front */
  readonly originHashes?: readonly string[] | undefined;
  /** all routes of the API, for the function that answers `$default`: tells 404 from 405 */
  readonly knownRoutes?: readonly Pick<Route, 'method' | 'path'>[];
}
