import type * as z from 'zod/mini';
import type { sessionRoutes } from '../../../contract/routes/session.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Sessions } from './ports.ts';
import type { Principal } from './principal.ts';

type SessionList = z.input<typeof sessionRoutes.listSessions.answer.schema>;

/** The sessions of whoever asks; an API token has none. */
export async function listSessions(sessions: Sessions, principal: Principal, { now }: Clock): Promise<SessionList> {
  if (principal.kind === 'api-token') return { items: [] };
  const found = await sessions.list(principal.tenantId, principal.id);
  const open = found.filter(({ expiresAt }) => new Date(expiresAt) > now());
  return {
    items: open.map(({ sessionId, createdAt, lastSeenAt, expiresAt, secretHash }) => ({
      ...{ id: sessionId, createdAt, lastSeenAt, expiresAt },
      current: secretHash === principal.sessionHash,
    })),
  };
}

/** Ends one of one's own sessions. @throws DomainError `not-found` */
export async function endSession(sessions: Sessions, principal: Principal, sessionId: string): Promise<void> {
  const found = principal.kind === 'api-token' ? [] : await sessions.list(principal.tenantId, principal.id);
  const session = found.find((one) => one.sessionId === sessionId);
  if (!session) throw new DomainError('not-found');
  await sessions.end(session);
}
