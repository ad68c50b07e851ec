import { after, type Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { personPrincipal } from '../authenticate.ts';
import { SESSION_LIFETIME, type Session } from '../model.ts';
import type { Account, Accounts, Secrets } from '../ports.ts';
import { type Principal, personOf } from '../principal.ts';
import { siteTokenEnd } from '../sites/model.ts';
import { sessionToken, siteToken } from '../tokens.ts';
import type { SecondFactor } from './model.ts';
import { noSecondFactor } from './model.ts';
import type { Rotation, SecondFactors } from './ports.ts';

export interface OwnSessionDependencies {
  readonly accounts: Pick<Accounts, 'bySession'>;
  readonly secondFactors: SecondFactors;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** The session that a request came with, and the second factors of whose it is. */
export interface Own {
  readonly account: Account;
  readonly session: Session;
  readonly factor: SecondFactor;
  /** the session was begun without all rights, some minutes ago: nobody has to give the password again */
  readonly passwordJustGiven: boolean;
}

/** @throws DomainError `not-permitted` for an API token, `not-logged-in` when the session has just ended */
export async function ownSession(
  { accounts, secondFactors }: Pick<OwnSessionDependencies, 'accounts' | 'secondFactors'>,
  principal: Principal,
): Promise<Own> {
  const { tenantId, id: personId, sessionHash: secretHash, pending } = personOf(principal);
  const found = await accounts.bySession({ tenantId, personId, secretHash });
  if (!found) throw new DomainError('not-logged-in');
  const factor = (await secondFactors.find(tenantId, personId)) ?? noSecondFactor(tenantId, personId);
  const { account, session } = found;
  return {
    ...{ account, factor, passwordJustGiven: session.pending !== undefined },
    session: { ...session, ...(pending && { pending }) },
  };
}

/** A session with all rights in place of one that lacked the second factor. */
export function rotated(
  { secrets, clock }: Pick<OwnSessionDependencies, 'secrets' | 'clock'>,
  { account, session: before, passwordJustGiven }: Own,
): { rotation: Rotation; token: string; principal: Principal } {
  const secret = secrets.make();
  const now = clock.now();
  const { pending: _, challenge: __, ...kept } = before;
  const session: Session = {
    ...kept,
    secretHash: secrets.hash(secret),
    secondFactorAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    // One that went on without it for hours ends when it would have.
    ...(passwordJustGiven && {
      createdAt: now.toISOString(),
      expiresAt: before.site ? siteTokenEnd(before.site, now) : after(now, SESSION_LIFETIME).toISOString(),
    }),
  };
  return {
    rotation: { before, after: session },
    token: (session.site ? siteToken : sessionToken)(session.tenantId, session.personId, secret),
    principal: personPrincipal(account, session),
  };
}
