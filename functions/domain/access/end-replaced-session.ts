import type { Secrets, Sessions } from './ports.ts';
import { parseSessionToken } from './tokens.ts';

/**
 * After a login in a browser that had a session already: that one ends, whosever it was, as nobody can reach it any more
 * (ASVS 5.0, 7.2.4).
 *
 * @param token the value of the browser's cookie
 */
export async function endReplacedSession(
  { sessions, secrets }: { readonly sessions: Pick<Sessions, 'end'>; readonly secrets: Pick<Secrets, 'hash'> },
  token: string | undefined,
): Promise<void> {
  const parsed = token === undefined ? undefined : parseSessionToken(token);
  if (!parsed) return;
  const { tenantId, personId, secret } = parsed;
  await sessions.end({ tenantId, personId, secretHash: secrets.hash(secret) });
}
