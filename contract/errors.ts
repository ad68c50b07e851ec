import type { FieldMessage, FieldValues } from './catalogues/field-messages/index.ts';

/**
 * Every error a caller can get, and its HTTP status. The domain throws a code; the HTTP layer renders it once, as
 * RFC 9457 `application/problem+json`. What each says, in each language, is in `catalogues/`.
 */
export const ERRORS = {
  'invalid-request': { status: 400 },
  'invalid-json': { status: 400 },
  'idempotency-key-missing': { status: 400 },
  'idempotency-key-invalid': { status: 400 },
  'not-logged-in': { status: 401 },
  'login-failed': { status: 401 },
  'insufficient-credit': { status: 402 },
  'not-permitted': { status: 403 },
  'sms-service-off': { status: 403 },
  'sms-not-offered': { status: 403 },
  'sms-role-missing': { status: 403 },
  'login-data-must-change': { status: 403 },
  'second-factor-required': { status: 403 },
  'second-factor-failed': { status: 403 },
  'passkey-refused': { status: 403 },
  'join-code-refused': { status: 403 },
  'code-refused': { status: 403 },
  'confirmation-needed': { status: 403 },
  'confirmation-failed': { status: 403 },
  'wrong-origin': { status: 403 },
  'not-found': { status: 404 },
  'method-not-allowed': { status: 405 },
  'name-taken': { status: 409 },
  'box-not-joined': { status: 409 },
  'sending-stopped': { status: 409 },
  'responsibility-not-accepted': { status: 409 },
  'message-not-cancellable': { status: 409 },
  'message-not-ended': { status: 409 },
  'message-not-unconfirmed': { status: 409 },
  'message-not-scheduled': { status: 409 },
  'action-not-possible': { status: 409 },
  'last-administrator': { status: 409 },
  'still-in-use': { status: 409 },
  'invitation-not-valid': { status: 403 },
  'changed-meanwhile': { status: 412 },
  'too-many-boxes': { status: 409 },
  'too-many-passkeys': { status: 409 },
  'too-many-webhooks': { status: 409 },
  'webhook-off': { status: 409 },
  'export-not-done': { status: 409 },
  'body-too-large': { status: 413 },
  'unsupported-media-type': { status: 415 },
  'idempotency-key-reused': { status: 422 },
  'certificate-request-invalid': { status: 422 },
  'number-invalid': { status: 422 },
  'number-not-mobile': { status: 422 },
  'modem-unknown': { status: 422 },
  'text-too-long': { status: 422 },
  'sender-name-fixed': { status: 422 },
  'no-mobile-number': { status: 422 },
  'template-field-empty': { status: 422 },
  'recipient-opted-out': { status: 422 },
  'marketing-not-agreed': { status: 422 },
  'provider-account-refused': { status: 422 },
  'provider-not-set-up': { status: 422 },
  'version-missing': { status: 428 },
  'too-many-tries': { status: 429 },
  'internal-error': { status: 500 },
  'temporarily-unavailable': { status: 503 },
} as const satisfies Record<string, { status: number }>;

export type ErrorCode = keyof typeof ERRORS;
export const errorCodes = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** One thing that is wrong with a request, and where: in words, which each language has, or a word of ours, such as a permission. */
export type FieldError = { readonly path: string } & (FieldFault | { readonly word: string });
export interface FieldFault {
  readonly message: FieldMessage;
  readonly values?: FieldValues;
}
