import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

export type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** What the Invoke API answers; `functionError` stands in the header X-Amz-Function-Error. */
export interface InvocationResult {
  readonly payload: string;
  readonly functionError?: 'Unhandled';
}

/**
 * Runs a handler as Lambda does: with a context, a time limit, and errors in Lambda's shape. A handler that is out of
 * time goes on in the background, as other invocations may run in the same process; its answer is not used.
 */
export async function invoke(
  handler: Handler,
  event: unknown,
  settings: { name: string; region: string; timeoutSeconds: number },
): Promise<InvocationResult> {
  const requestId = randomUUID();
  const deadline = Date.now() + settings.timeoutSeconds * 1000;
  const outOfTime = Promise.withResolvers<InvocationResult>();
  const timer = setTimeout(
    () => outOfTime.resolve(timedOut(requestId, settings.timeoutSeconds)),
    settings.timeoutSeconds * 1000,
  );
  try {
    return await Promise.race([run(handler, event, contextOf(requestId, deadline, settings)), outOfTime.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function run(handler: Handler, event: unknown, context: Context): Promise<InvocationResult> {
  try {
    return { payload: JSON.stringify(await handler(event, context)) ?? 'null' };
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    console.error(`unhandled error in ${context.awsRequestId}:`, error);
    const trace = (error.stack ?? '').split('\n');
    return {
      payload: JSON.stringify({ errorType: error.name, errorMessage: error.message, trace }),
      functionError: 'Unhandled',
    };
  }
}

function timedOut(requestId: string, seconds: number): InvocationResult {
  const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`;
  console.error(errorMessage);
  return { payload: JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage }), functionError: 'Unhandled' };
}

function contextOf(requestId: string, deadline: number, { name, region }: { name: string; region: string }): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${region}:000000000000:function:${name}`,
    memoryLimitInMB: '1024',
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: callbackStyle,
    fail: callbackStyle,
    succeed: callbackStyle,
  };
}

/** Lambda dropped these for Node 24. */
function callbackStyle(): never {
  throw new Error('Handlers are asynchronous functions; Node 24 on Lambda knows no callbacks.');
}
