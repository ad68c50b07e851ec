/**
 * Every error a caller can get: its status and what to do about it. The domain throws a code; the HTTP layer
 * renders it once, as RFC 9457 `application/problem+json`.
 */
export const ERRORS = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    action: 'Correct the fields listed under errors.',
  },
  'invalid-json': {
    status: 400,
    title: 'The body is not JSON',
    action: 'Send a JSON object with content-type application/json.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The Idempotency-Key header is missing',
    action: 'Send a key of your own (1 to 128 visible characters) that stays the same when you repeat this request.',
  },
  'not-logged-in': { status: 401, title: 'You are not logged in', action: 'Log in, or send a valid API token.' },
  'login-failed': { status: 401, title: 'Login name or password is wrong', action: 'Check both and try again.' },
  'insufficient-credit': {
    status: 402,
    title: 'There are not enough credits',
    action: 'Ask your operator for more credits.',
  },
  'not-permitted': {
    status: 403,
    title: 'You may not do this',
    action: 'Ask your administrator for the permission named here.',
  },
  'wrong-origin': {
    status: 403,
    title: 'The request does not come from this site',
    action: 'Use the web app, or an API token.',
  },
  'not-found': { status: 404, title: 'There is no such thing', action: 'Check the address and the id.' },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not know that method',
    action: 'See /docs for the methods it knows.',
  },
  'body-too-large': { status: 413, title: 'The body is larger than 256 kB', action: 'Send less in one request.' },
  'unsupported-media-type': {
    status: 415,
    title: 'The body has the wrong content-type',
    action: 'Send content-type application/json.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key was used with another request',
    action: 'Use a new key for a new request.',
  },
  'number-invalid': {
    status: 422,
    title: 'This is not a telephone number',
    action: 'Give a mobile number, best as +31612345678.',
  },
  'number-not-mobile': { status: 422, title: 'This number cannot receive SMS', action: 'Give a mobile number.' },
  'text-too-long': { status: 422, title: 'The text is too long', action: 'Shorten it to 10 parts at most.' },
  'sending-stopped': { status: 409, title: 'Sending is stopped', action: 'Ask your operator when it starts again.' },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    action: 'Try again; if it stays, give us the request id.',
  },
  'temporarily-unavailable': {
    status: 503,
    title: 'Part of the service cannot be reached at the moment',
    action: 'Repeat the request with the same Idempotency-Key after the time in Retry-After.',
  },
} as const satisfies Record<string, { status: number; title: string; action: string }>;

export type ErrorCode = keyof typeof ERRORS;
