import { HOUR, MINUTE } from '../shared/clock.ts';

export interface Limit {
  /** what one client or account may do … */
  readonly most: number;
  /** … in a window of this many milliseconds; windows begin at multiples of it since 1970 */
  readonly within: number;
}

/**
 * How often something may be tried, right or wrong, before it is refused with `too-many-tries` (A15). The three wrong passwords of a
 * login are counted apart. A limit is for each `address` (one client's, networkOf), `tenant` or account, as the name ends.
 */
export const LIMITS = {
  /** An office behind one address logs in at eight; a guesser at one address gets 100 accounts. */
  'login-address': { most: 100, within: 5 * MINUTE },
  /** Ten a second: far above a Monday morning, and what the hashing of one agency may cost the others. */
  'login-tenant': { most: 3000, within: 5 * MINUTE },
  /** Log-in pages opened for an agency: in the browsers of an office several times for each login. */
  'agency-address': { most: 300, within: 5 * MINUTE },
  /** Invitations looked at and accepted; their tokens can't be guessed, but each costs a read. */
  'invitation-address': { most: 100, within: 5 * MINUTE },
  /** Login names that a person asks for: who is told that one is taken must not ask for all. */
  'login-name-account': { most: 20, within: HOUR },
  /** Codes that one client asks for … */
  'recovery-address': { most: 20, within: HOUR },
  /** … that go out for one agency: far above a Monday morning … */
  'recovery-tenant': { most: 600, within: HOUR },
  /** … for one login name or mail address … */
  'recovery-account': { most: 5, within: HOUR },
  /** … and to one person, by whichever of those, whose inbox a stranger must not fill. Five codes of five tries each: one in four million is guessed. */
  'recovery-person': { most: 5, within: HOUR },
  /** Codes that one worker has mailed to new addresses, which may be a stranger's. */
  'mail-address-account': { most: 5, within: HOUR },
  'recovery-code-address': { most: 60, within: HOUR },
  'join-address': { most: 30, within: HOUR },
  'join-box': { most: 10, within: HOUR },
  'renewal-box': { most: 10, within: HOUR },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
