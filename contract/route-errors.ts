import type { ErrorCode } from './errors.ts';
import type { Route } from './route.ts';

/** Why the settings of SMS hold back the right to send. */
const SERVICE_ERRORS = ['sms-service-off', 'sms-not-offered', 'sms-role-missing'] as const;

/** All errors that a route can give: its own, and those that follow from what it asks for. */
export function errorsOf(route: Route): ErrorCode[] {
  return [
    'invalid-request',
    ...(route.body ? (['invalid-json', 'body-too-large', 'unsupported-media-type'] as const) : []),
    ...(route.idempotencyKey ? (['idempotency-key-missing', 'idempotency-key-invalid'] as const) : []),
    ...(route.ifMatch ? (['version-missing'] as const) : []),
    ...(route.access === 'open' ? [] : (['not-logged-in'] as const)),
    ...(route.access === 'open' && route.method === 'GET' ? [] : (['wrong-origin'] as const)),
    ...(route.access === 'open' || route.access === 'login' ? [] : (['not-permitted'] as const)),
    ...(route.access === 'messages:send' ? SERVICE_ERRORS.slice(route.evenWhileOff ? -1 : 0) : []),
    ...(route.access === 'open' || route.duringFirstLogin ? [] : (['login-data-must-change'] as const)),
    ...(route.access === 'open' || route.whilePending?.length === 2 ? [] : (['second-factor-required'] as const)),
    ...route.errors,
    'internal-error',
    'temporarily-unavailable',
  ];
}
