import type * as z from 'zod/mini';
import type { Problem } from './problem.ts';
import type { Route } from './route.ts';
import { routes } from './routes/index.ts';

/** An answer that is not a success. `problem` is absent when the gateway, not the API, answered. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly problem: Problem | undefined;
  /** seconds to wait before the next try */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, problem: Problem | undefined, retryAfter: string | null) {
    super(problem ? `${problem.title}. ${problem.detail}` : `The server answered ${status}`);
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfter === null ? undefined : Number(retryAfter);
  }
}

type Input<S> = S extends z.core.$ZodType ? z.input<S> : never;
type Given<R extends Route> = (R['params'] extends z.core.$ZodType
  ? { readonly params: Input<R['params']> }
  : unknown) &
  (R['query'] extends z.core.$ZodType ? { readonly query?: Input<R['query']> } : unknown) &
  (R['body'] extends z.core.$ZodType ? { readonly body: Input<R['body']> } : unknown) &
  (R extends { readonly idempotencyKey: 'required' } ? { readonly idempotencyKey: string } : unknown) &
  (R extends { readonly ifMatch: 'required' } ? { readonly version: number } : unknown);
type Answer<R extends Route> = R['answer'] extends { readonly schema: infer S extends z.core.$ZodType }
  ? z.output<S>
  : undefined;
type Call<R extends Route> =
  Record<never, never> extends Given<R>
    ? (given?: Given<R>) => Promise<Answer<R>>
    : (given: Given<R>) => Promise<Answer<R>>;

/** A function for each route: `client.sendMessage({ body, idempotencyKey })`. */
export type Client = { readonly [K in keyof typeof routes]: Call<(typeof routes)[K]> };

export interface ClientOptions {
  /** `https://api.example`; empty for the page's own site */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** of every request: `authorization`, or `x-heraut-client: web` in the web app */
  readonly headers: Readonly<Record<string, string>>;
}

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly version?: number;
}

/** The typed client. Its calls throw ProblemError, or what `fetch` throws when there is no answer. */
export function createClient(options: ClientOptions): Client {
  const calls = Object.entries(routes).map(([name, route]) => [
    name,
    (given: AnyInput = {}) => call(options, route, given),
  ]);
  return Object.fromEntries(calls) as Client;
}

async function call({ baseUrl, fetch, headers }: ClientOptions, route: Route, given: AnyInput): Promise<unknown> {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given.params?.[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given.query ?? {}))
    if (value !== undefined) query.set(name, String(value));
  const response = await fetch(`${baseUrl}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: route.method,
    headers: {
      ...headers,
      ...(given.body !== undefined && { 'content-type': 'application/json' }),
      ...(given.idempotencyKey !== undefined && { 'idempotency-key': given.idempotencyKey }),
      ...(given.version !== undefined && { 'if-match': `"${given.version}"` }),
    },
    ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
  });
  if (!response.ok)
    throw new ProblemError(response.status, await problemOf(response), response.headers.get('retry-after'));
  if (response.status === 204) return undefined;
  return isJson(response) ? await response.json() : await response.text();
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  return mediaType(response) === 'application/problem+json' ? ((await response.json()) as Problem) : undefined;
}
const isJson = (response: Response) => mediaType(response) === 'application/json';
const mediaType = (response: Response) => response.headers.get('content-type')?.split(';')[0]?.trim();
