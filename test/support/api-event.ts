import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

export interface EventInput {
  readonly routeKey?: string;
  readonly userAgent?: string;
  /** whence it comes; this machine unless told */
  readonly address?: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** sent as JSON; a string as it is */
  readonly body?: unknown;
}

/** An event as API Gateway's HTTP API makes it (payload format 2.0). */
export function apiEvent(input: EventInput = {}): APIGatewayProxyEventV2 {
  const [keyMethod, keyPath] = (input.routeKey ?? 'GET /').split(' ');
  const method = input.method ?? keyMethod ?? 'GET';
  const path = input.path ?? (keyPath ?? '/').replace(/\{(\w+)\}/g, (_, name: string) => input.params?.[name] ?? '');
  const { body } = input;
  return {
    version: '2.0',
    routeKey: input.routeKey ?? '$default',
    rawPath: path,
    rawQueryString: new URLSearchParams(input.query).toString(),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...input.headers },
    ...(input.cookies && { cookies: [...input.cookies] }),
    ...(input.query && { queryStringParameters: { ...input.query } }),
    ...(input.params && { pathParameters: { ...input.params } }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: input.address ?? '127.0.0.1',
        userAgent: input.userAgent ?? 'test',
      },
      requestId: 'req-1',
      routeKey: input.routeKey ?? '$default',
      stage: '$default',
      time: '21/Nov/2026:12:00:00 +0000',
      timeEpoch: Date.UTC(2026, 10, 21, 12),
    },
    isBase64Encoded: false,
  };
}

/** The context is unused by the handlers: they take all they need from the event. */
export const lambdaContext = {} as Context;
