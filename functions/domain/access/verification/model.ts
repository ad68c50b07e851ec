import { after, DAY } from '../../shared/clock.ts';

/** Wrong answers until a question is locked … */
export const ANSWER_TRIES = 3;
/** … and for how long, from the last of them. Answers are easily guessed: three a day find none. */
export const ANSWER_LOCKED_FOR = DAY;

/** By which a worker is recognised who has forgotten the login data. The answer never comes back out. */
export interface VerificationQuestion {
  readonly tenantId: string;
  readonly workerId: string;
  readonly question: string;
  /** slow hash of the answer as it is compared */
  readonly answerHash: string;
  readonly recordedAt: string;
  /** the employee, API token or the worker */
  readonly recordedBy: string;
  /** since the last right answer, or since the last lock ended */
  readonly tries: number;
  /** ISO 8601; absent before the first try */
  readonly lastTryAt?: string;
}

/** Until when no answer is looked at; undefined when one is. */
export function lockedUntil({ tries, lastTryAt }: VerificationQuestion, now: Date): Date | undefined {
  if (tries < ANSWER_TRIES || lastTryAt === undefined) return undefined;
  const until = after(new Date(lastTryAt), ANSWER_LOCKED_FOR);
  return until > now ? until : undefined;
}

export function triesLeft(question: VerificationQuestion, now: Date): number {
  if (lockedUntil(question, now)) return 0;
  return question.tries < ANSWER_TRIES ? ANSWER_TRIES - question.tries : ANSWER_TRIES;
}
