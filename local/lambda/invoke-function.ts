/** Calls a function as AWS's own services do, by Lambda's Invoke API. */

/** Longer than any function's own time limit. */
const WAIT_MILLISECONDS = 60_000;

/** The function answered, with an error of its own (unhandled, or out of time). */
export class FunctionError extends Error {
  override name = 'FunctionError';
}

/**
 * @param address host:port of the function
 * @returns what the handler returned
 * @throws FunctionError when the handler threw; another error when the function can't be reached
 */
export async function invokeFunction(address: string, event: unknown): Promise<unknown> {
  const response = await fetch(`http://${address}/2015-03-31/functions/function/invocations`, {
    method: 'POST',
    body: JSON.stringify(event),
    signal: AbortSignal.timeout(WAIT_MILLISECONDS),
  });
  const payload = await response.text();
  if (response.headers.has('x-amz-function-error')) throw new FunctionError(payload);
  if (response.status !== 200) throw new Error(`Invoke answered ${response.status}: ${payload}`);
  return JSON.parse(payload);
}

/** Starts the function and does not wait for it, as EventBridge Scheduler does. */
export async function startFunction(address: string, event: unknown): Promise<void> {
  const response = await fetch(`http://${address}/2015-03-31/functions/function/invocations`, {
    method: 'POST',
    headers: { 'x-amz-invocation-type': 'Event' },
    body: JSON.stringify(event),
    signal: AbortSignal.timeout(WAIT_MILLISECONDS),
  });
  if (response.status !== 202) throw new Error(`Invoke answered ${response.status}: ${await response.text()}`);
}
