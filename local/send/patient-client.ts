import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient, ProblemError } from '../../contract/client.ts';

/** Milliseconds: of one request, and before it is repeated where the service does not say when. */
const REQUEST_WITHIN = 30_000;
const TRY_AGAIN = 1_000;

/**
 * The API's client with an API token. A call is repeated while the service can't be reached, until the deadline (epoch
 * milliseconds); all of these are safe to repeat, as sending has its key. Its errors tell a person what to do.
 */
export function patientClient(
  baseUrl: string,
  token: string,
  deadline: number,
): Pick<Client, 'sendMessage' | 'getMessage' | 'listInboundMessages'> {
  const client = createClient({
    baseUrl,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(REQUEST_WITHIN) }),
    headers: { authorization: `Bearer ${token}` },
  });
  const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await call();
      } catch (error) {
        const { reason, waitMilliseconds } = read(error, baseUrl);
        if (waitMilliseconds === undefined || Date.now() + waitMilliseconds > deadline) throw new Error(reason);
        console.log(`${reason}; trying again`);
        await pause(waitMilliseconds);
      }
    }
  };
  return {
    sendMessage: (given) => patiently(() => client.sendMessage(given)),
    getMessage: (given) => patiently(() => client.getMessage(given)),
    listInboundMessages: (given) => patiently(() => client.listInboundMessages(given)),
  };
}

/** What a person is told, and how long to wait before the same call; undefined where repeating it would not help. */
function read(error: unknown, baseUrl: string): { reason: string; waitMilliseconds: number | undefined } {
  if (!(error instanceof ProblemError)) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    return {
      reason: `${baseUrl} can't be reached (${why}). Is the stack running (npm start)?`,
      waitMilliseconds: TRY_AGAIN,
    };
  }
  const passing = error.status === 503 || error.status === 429;
  return {
    reason: describe(error),
    waitMilliseconds: passing ? (error.retryAfterSeconds ?? 1) * 1000 : undefined,
  };
}

/** A problem+json of the API for a person to read; the gateway's own answers have only a status. */
function describe({ status, problem, message }: ProblemError): string {
  if (!problem) return message;
  const fields = (problem.errors ?? []).map(({ path, message: what }) => `  ${path}: ${what}`);
  const head = `${problem.title} (${status}, ${problem.code})`;
  return [head, ...fields, `  ${problem.detail}`, `  request id: ${problem.requestId}`].join('\n');
}
