import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { ENTITY_TAG, IDEMPOTENCY_KEY, MAX_BODY_BYTES, type Route } from '../../contract/route.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import { header } from './headers.ts';
import { check } from './plain-words.ts';

const NO_QUERY = z.strictObject({});

/** @throws DomainError `body-too-large` */
export function refuseLargeBody(event: APIGatewayProxyEventV2): void {
  const bytes = Buffer.byteLength(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes > MAX_BODY_BYTES) throw new DomainError('body-too-large');
}

/** An id that cannot be one is no different from one that does not exist: `not-found`. */
export function readParams(route: Route, event: APIGatewayProxyEventV2): unknown {
  if (!route.params) return undefined;
  const params = check(route.params, event.pathParameters ?? {});
  if ('errors' in params) throw new DomainError('not-found');
  return params.value;
}

export function readIdempotencyKey(route: Route, event: APIGatewayProxyEventV2): string | undefined {
  if (!route.idempotencyKey) return undefined;
  const key = header(event, 'idempotency-key');
  if (!key) throw new DomainError('idempotency-key-missing');
  if (!IDEMPOTENCY_KEY.test(key)) throw new DomainError('idempotency-key-invalid');
  return key;
}

/** @throws DomainError `version-missing` without If-Match; `changed-meanwhile` for one that no version of ours ever had */
export function readVersion(route: Route, event: APIGatewayProxyEventV2): number | undefined {
  if (!route.ifMatch) return undefined;
  const tag = header(event, 'if-match');
  if (!tag) throw new DomainError('version-missing');
  if (!ENTITY_TAG.test(tag)) throw new DomainError('changed-meanwhile');
  return Number(tag.slice(1, -1));
}

/** The query and the body together, so that one answer lists everything that is wrong. */
export function readQueryAndBody(route: Route, event: APIGatewayProxyEventV2): { query: unknown; body: unknown } {
  const query = check(route.query ?? NO_QUERY, event.queryStringParameters ?? {});
  const body = route.body ? check(route.body, readBody(route, event)) : { value: undefined };
  const errors = [query, body].flatMap((part) => ('errors' in part ? part.errors : []));
  if ('errors' in query || 'errors' in body) throw new DomainError('invalid-request', { errors });
  return { query: route.query ? query.value : undefined, body: body.value };
}

const readBody = ({ bodyType }: Route, event: APIGatewayProxyEventV2) =>
  bodyType === 'form' ? readForm(event) : readJson(event);

const mediaTypeOf = (event: APIGatewayProxyEventV2) =>
  (header(event, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase();

/** Of a name that comes several times the last counts. */
function readForm(event: APIGatewayProxyEventV2): Record<string, string> {
  if (mediaTypeOf(event) !== 'application/x-www-form-urlencoded') throw new DomainError('unsupported-media-type');
  const { body = '', isBase64Encoded } = event;
  return Object.fromEntries(new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body));
}

function readJson(event: APIGatewayProxyEventV2): unknown {
  if (!event.body) throw new DomainError('invalid-json');
  const mediaType = mediaTypeOf(event);
  if (mediaType !== 'application/json') throw new DomainError('unsupported-media-type');
  try {
    return JSON.parse(event.isBase64Encoded ? decodeUtf8(event.body) : event.body);
  } catch (cause) {
    throw new DomainError('invalid-json', { cause });
  }
}

function decodeUtf8(base64: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
}
