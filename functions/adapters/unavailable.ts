import { DomainError } from '../domain/shared/domain-error.ts';

/** Names under which the SDK and Node report that a service could not be reached, answered too late, or had too much to do. */
const OUTAGES = new Set([
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'InternalServerErrorException',
  'InternalFailureException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The outage behind a failed call, as the error that becomes a 503; undefined when the failure is ours. */
export function unavailable(error: unknown, { certainly = false } = {}): DomainError | undefined {
  const { name, code, $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };
  const outage =
    certainly || OUTAGES.has(name ?? '') || OUTAGES.has(code ?? '') || ($metadata?.httpStatusCode ?? 0) >= 500;
  return outage ? new DomainError('temporarily-unavailable', { retryAfterSeconds: 5, cause: error }) : undefined;
}
