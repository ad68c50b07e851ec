import type * as z from 'zod/mini';
import type { ErrorCode } from './errors.ts';
import type { Permission } from './permissions.ts';
import type { Repetition } from './repetitions.ts';

/** The Lambda that answers a route. */
export type ApiFunction =
  | 'api-login'
  | 'api-access'
  | 'api-passkeys'
  | 'api-directory'
  | 'api-portal'
  | 'api-messaging'
  | 'api-services'
  | 'api-batches'
  | 'api-hirers'
  | 'api-boxes'
  | 'api-operator'
  | 'api-providers'
  | 'box-certificates'
  | 'api-docs';

/**
 * One route of the API. The CDK route, the local gateway, the permission check, the OpenAPI document and the
 * typed client all follow from it.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** in API Gateway's notation: `/v1/messages/{messageId}` */
  readonly path: string;
  readonly function: ApiFunction;
  readonly summary: string;
  /** `open` needs no login; `login` any; `staff` an employee or an API token; `worker` a worker; `hirer` a contact of a company; `operator` one of the operators, and no agency's login; a permission that permission */
  readonly access: 'open' | 'login' | 'staff' | 'worker' | 'hirer' | 'operator' | Permission;
  /** a worker whose login data are still those that the system made may use it: they have to be changed first */
  readonly duringFirstLogin?: true;
  /** works while the SMS service is off or not offered too: what was accepted before is still somebody's to decide on */
  readonly evenWhileOff?: true;
  /** pages of an agency's own website may use it too, from the origins that the agency allows */
  readonly fromAgencySites?: true;
  /** a session that still lacks this may use it */
  readonly whilePending?: readonly ('second-factor' | 'enrol-second-factor')[];
  /** `required`: the request is refused without an Idempotency-Key */
  readonly idempotencyKey?: 'required';
  /** of a POST without a key */
  readonly repeated?: Repetition;
  /** `required`: the request says by If-Match which version it has seen, and is refused when there is a newer one */
  readonly ifMatch?: 'required';
  readonly params?: z.core.$ZodType;
  readonly query?: z.core.$ZodType;
  readonly body?: z.core.$ZodType;
  /** `form`: as browsers send forms, in place of JSON */
  readonly bodyType?: 'form';
  readonly answer: { readonly status: number; readonly schema?: z.core.$ZodType; readonly contentType?: string };
  /** beyond those that every route can give */
  readonly errors: readonly ErrorCode[];
}

export type RouteKey<R extends Route> = `${R['method']} ${R['path']}`;
type Parsed<S> = S extends z.core.$ZodType ? z.output<S> : undefined;
export type ParamsOf<R extends Route> = Parsed<R['params']>;
export type QueryOf<R extends Route> = Parsed<R['query']>;
export type BodyOf<R extends Route> = Parsed<R['body']>;
export type AnswerOf<R extends Route> = R['answer'] extends { readonly schema: infer S extends z.core.$ZodType }
  ? z.input<S>
  : undefined;

/** API Gateway's route key, as it comes in `event.routeKey`. */
export function routeKey(route: { readonly method: Route['method'] | 'OPTIONS'; readonly path: string }): string {
  return `${route.method} ${route.path}`;
}

/** The routes of one function. */
export function routesOf<T extends Record<string, Route>, F extends ApiFunction>(routes: T, name: F): RoutesOf<T, F> {
  return Object.fromEntries(Object.entries(routes).filter(([, route]) => route.function === name)) as RoutesOf<T, F>;
}
export type RoutesOf<T extends Record<string, Route>, F extends ApiFunction> = {
  [K in keyof T as T[K]['function'] extends F ? K : never]: T[K];
};

/** A larger body is refused with 413. */
export const MAX_BODY_BYTES = 256 * 1024;
/** 1 to 128 visible ASCII characters. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/;
/** A version as a strong entity tag (RFC 9110, 8.8.3): `"3"`. */
export const ENTITY_TAG = /^"\d{1,9}"$/;
/** Browsers send their session in this cookie, and this header with it; another site's page can send neither. */
export const SESSION_COOKIE = '__Host-heraut';
export const CLIENT_HEADER = 'x-heraut-client';
/** By this one a browser is known in which somebody has logged in before. */
export const DEVICE_COOKIE = '__Host-heraut-device';
