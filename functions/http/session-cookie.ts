import { DEVICE_COOKIE, SESSION_COOKIE } from '../../contract/route.ts';
import { DEVICE_KNOWN_FOR } from '../domain/access/devices/model.ts';
import type { LoggedIn } from '../domain/access/log-in.ts';

/** `__Host-`: this host alone, over TLS alone, for no other path. Scripts cannot read it, other sites cannot send it. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

const DEVICE_SECONDS = DEVICE_KNOWN_FOR / 1000;

/**
 * What a browser gets with a login. The session without an end of its own: the server ends sessions, the browser forgets
 * it when it is closed. The device stays, also after logging out.
 */
export const loginCookies = ({ token, deviceToken }: Pick<LoggedIn, 'token' | 'deviceToken'>) => [
  `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`,
  ...(deviceToken === undefined ? [] : [`${DEVICE_COOKIE}=${deviceToken}; Max-Age=${DEVICE_SECONDS}; ${ATTRIBUTES}`]),
];
export const noSessionCookie = `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;
