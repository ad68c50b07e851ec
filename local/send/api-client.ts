import { setTimeout as pause } from 'node:timers/promises';
import { problem } from '../../contract/problem.ts';

/** Milliseconds: of one request, and before it is repeated where the service does not say when. */
const REQUEST_WITHIN = 30_000;
const TRY_AGAIN = 1_000;

/** Requests with one API token, each repeated while the service can't be reached: they are all safe to repeat. */
export class ApiClient {
  readonly #url: string;
  readonly #token: string;
  readonly #deadline: number;

  constructor(url: string, token: string, deadline: number) {
    this.#url = url;
    this.#token = token;
    this.#deadline = deadline;
  }

  /** @throws Error that tells a person what is wrong and what to do */
  async request(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    for (;;) {
      const attempt = await this.#attempt(method, path, body, headers);
      if ('answer' in attempt) return attempt.answer;
      if (Date.now() + attempt.waitMilliseconds > this.#deadline) throw new Error(attempt.reason);
      console.log(`${attempt.reason}; trying again`);
      await pause(attempt.waitMilliseconds);
    }
  }

  async #attempt(
    method: string,
    path: string,
    body: object | undefined,
    headers: Record<string, string>,
  ): Promise<{ answer: unknown } | { reason: string; waitMilliseconds: number }> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.#url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(REQUEST_WITHIN),
      });
      text = await response.text();
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const reason = `${this.#url} can't be reached (${cause instanceof Error ? cause.message : cause}). Is the stack running (npm start)?`;
      return { reason, waitMilliseconds: TRY_AGAIN };
    }
    if (response.ok) return { answer: JSON.parse(text) };
    const reason = describe(response.status, text);
    if (response.status !== 503 && response.status !== 429) throw new Error(reason);
    return { reason, waitMilliseconds: Number(response.headers.get('retry-after') ?? 1) * 1000 };
  }
}

/** A problem+json of the API for a person to read; the gateway's own answers are plain. */
function describe(status: number, text: string): string {
  const told = problem.safeParse(parsed(text));
  if (!told.success) return `The API answered ${status}: ${text}`;
  const { title, code, errors = [], detail, requestId } = told.data;
  const fields = errors.map(({ path, message }) => `  ${path}: ${message}`);
  return [`${title} (${status}, ${code})`, ...fields, `  ${detail}`, `  request id: ${requestId}`].join('\n');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
