import type { ServerResponse } from 'node:http';

/** An error as the service names it; the SDK reads the type from a header. */
export class ServiceError extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

export function fail(response: ServerResponse, what: string, error: unknown): void {
  const { status, type, message } =
    error instanceof ServiceError ? error : new ServiceError(500, 'InternalFailureException', String(error));
  console.error(`${what}: ${type}: ${message}`);
  send(response, status, { message }, { 'x-amzn-errortype': type });
}

export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
