import type { ErrorCode, FieldError } from '../../../contract/errors.ts';

export interface DomainErrorDetails {
  /** each thing that is wrong, and where; shown to the caller */
  readonly errors?: readonly FieldError[];
  /** for `temporarily-unavailable`: when to come back; 5 seconds if not said */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** An error that the caller is told of, by its code in the contract. Everything else is `internal-error`. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: DomainErrorDetails = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.errors = details.errors;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
