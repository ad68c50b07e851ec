import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY_OCTETS = 65_536;

/** The JSON value of a request's body; null when the request was answered because it has none that can be taken. */
export async function jsonBody(request: IncomingMessage, response: ServerResponse): Promise<{ value: unknown } | null> {
  // A page of another origin can't send this content type without being asked first.
  if (request.headers['content-type'] !== 'application/json') {
    json(response, 415, { error: 'send it as application/json' });
    return null;
  }
  const text = await body(request);
  if (text === null) {
    json(response, 413, { error: `a body has at most ${MAX_BODY_OCTETS} octets` });
    return null;
  }
  return { value: parsed(text) };
}

/** null when it is too long. */
async function body(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= MAX_BODY_OCTETS) pieces.push(piece);
  }
  return size > MAX_BODY_OCTETS ? null : Buffer.concat(pieces).toString('utf8');
}

/** The value of a JSON text; undefined, which no schema here takes, for anything else. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function json(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

export function send(response: ServerResponse, status: number, type: string, content: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
