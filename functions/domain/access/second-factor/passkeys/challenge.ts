import { after } from '../../../shared/clock.ts';
import { DomainError } from '../../../shared/domain-error.ts';
import type { Own, OwnSessionDependencies } from '../own-session.ts';
import { CHALLENGE_FOR, type Challenge } from './model.ts';
import type { Challenges } from './ports.ts';

export interface ChallengeDependencies extends OwnSessionDependencies {
  readonly challenges: Challenges;
}

/** @throws DomainError `not-logged-in` when the session has just ended */
export async function newChallenge(
  { challenges, secrets, clock }: ChallengeDependencies,
  { session }: Own,
  purpose: Challenge['purpose'],
): Promise<string> {
  const value = secrets.make();
  const until = after(clock.now(), CHALLENGE_FOR).toISOString();
  if (!(await challenges.keep(session, { value, purpose, until }))) throw new DomainError('not-logged-in');
  return value;
}

/**
 * Uses the session's challenge up, before the answer is looked at: each gets one answer, right or wrong.
 *
 * @throws DomainError `passkey-refused` when there is none, it was for something else, or its time is over
 */
export async function takeChallenge(
  { challenges, clock }: ChallengeDependencies,
  { session }: Own,
  purpose: Challenge['purpose'],
): Promise<string> {
  const { challenge } = session;
  if (!challenge || !(await challenges.take(session, challenge))) throw passkeyRefused();
  if (challenge.purpose !== purpose || new Date(challenge.until) <= clock.now()) throw passkeyRefused();
  return challenge.value;
}

/** All refusals alike. */
export const passkeyRefused = () => new DomainError('passkey-refused');
