import { type ClientRequest, request as requestPlain } from 'node:http';
import { Agent, request as requestSecure } from 'node:https';

/** Characters of an answer that are read; those of the providers have some hundreds. */
const ANSWER_AT_MOST = 64 * 1024;

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** milliseconds until the whole answer has to be there */
  readonly timeout: number;
}

export type Answered =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  /** no connection came about: nothing of the request was sent */
  | { readonly kind: 'never-sent' }
  /** the connection was there, and no answer that is whole */
  | { readonly kind: 'unclear' };

/** A connection of its own for each request: one that was kept may be closed by the other side just as it is used, and then nobody knows. */
const agent = new Agent({ keepAlive: false });

/** One request, never repeated. Never rejects. */
export function exchange(url: URL, { method, headers, body, timeout }: Asked): Promise<Answered> {
  return new Promise((resolve) => {
    let isConnected = false;
    const isSecure = url.protocol === 'https:';
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { method, headers: { ...headers, ...length } };
    const request: ClientRequest = isSecure
      ? requestSecure(url, { ...options, agent })
      : requestPlain(url, { ...options, agent: false });
    const timer = setTimeout(() => request.destroy(new Error('no answer in time')), timeout);
    const end = (answer: Answered) => {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    };
    const fail = () => end({ kind: isConnected ? 'unclear' : 'never-sent' });
    request.on('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      });
    });
    request.on('error', fail);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        if (text.length < ANSWER_AT_MOST) text += piece;
      });
      response.on('end', () => end({ kind: 'answered', status: response.statusCode ?? 0, body: text }));
      response.on('error', fail);
    });
    request.end(body);
  });
}

/** The JSON value of an answer; undefined for anything else. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
