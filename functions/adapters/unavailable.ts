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
  'TransactionInProgressException',
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

/** Why a transaction was cancelled that had nothing wrong with itself. */
const THROTTLED = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded']);

interface Failure {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}

/** The outage behind a failed call, as the error that becomes a 503; undefined when the failure is ours. */
export function unavailable(error: unknown, { certainly = false } = {}): DomainError | undefined {
  const { name, code, $metadata, CancellationReasons = [] } = error as Failure;
  const outage =
    certainly ||
    CancellationReasons.some(({ Code }) => THROTTLED.has(Code ?? '')) ||
    OUTAGES.has(name ?? '') ||
    OUTAGES.has(code ?? '') ||
    ($metadata?.httpStatusCode ?? 0) >= 500;
  return outage ? new DomainError('temporarily-unavailable', { retryAfterSeconds: 5, cause: error }) : undefined;
}
