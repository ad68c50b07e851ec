import type { AuditLine } from '../../audit/model.ts';
import type { Actor } from '../../directory/entries/model.ts';
import { type Clock, SECOND } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Passwords } from '../ports.ts';
import { comparedAnswer } from './compared-answer.ts';
import { ANSWER_LOCKED_FOR, ANSWER_TRIES, lockedUntil, triesLeft } from './model.ts';
import type { VerificationQuestions } from './ports.ts';

export interface CheckAnswerDependencies {
  readonly questions: VerificationQuestions;
  readonly passwords: Pick<Passwords, 'verify'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface CheckedAnswer {
  readonly right: boolean;
  readonly triesLeft: number;
}

/**
 * Whether an answer to a worker's verification question is right, and nothing more. A try is taken before the answer is
 * looked at; each is in the audit trail.
 *
 * @throws DomainError `action-not-possible` when there is no question, `too-many-tries`
 */
export async function checkAnswer(
  { questions, passwords, clock, newId }: CheckAnswerDependencies,
  { tenantId, id: by, requestId, address }: Actor,
  workerId: string,
  answer: string,
): Promise<CheckedAnswer> {
  const question = await questions.find(tenantId, workerId);
  if (!question) {
    const message = 'No verification question is recorded';
    throw new DomainError('action-not-possible', { errors: [{ path: 'question', message }] });
  }
  const now = clock.now();
  const line = (what: string): AuditLine => ({
    ...{ tenantId, subjectId: workerId, auditId: newId('aud'), at: now.toISOString(), by, requestId, address },
    action: `verification-answer-${what}`,
  });
  if (!(await questions.takeTry(question, now, line('tried')))) {
    const milliseconds = (lockedUntil(question, now)?.getTime() ?? now.getTime() + ANSWER_LOCKED_FOR) - now.getTime();
    throw new DomainError('too-many-tries', { retryAfterSeconds: Math.ceil(milliseconds / SECOND) });
  }
  const right = await passwords.verify(comparedAnswer(answer), question.answerHash);
  await questions.conclude(question, right, line(right ? 'right' : 'wrong'));
  return { right, triesLeft: right ? ANSWER_TRIES : triesLeft(question, now) - 1 };
}
