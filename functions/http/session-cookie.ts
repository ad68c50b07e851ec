import { SESSION_COOKIE } from '../../contract/route.ts';

/** `__Host-`: this host alone, over TLS alone, for no other path. Scripts cannot read it, other sites cannot send it. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** Without an end of its own: the server ends sessions, the browser forgets it when it is closed. */
export const sessionCookie = (token: string) => `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`;
export const noSessionCookie = `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;
