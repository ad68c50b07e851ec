import type { FieldError } from '../../../../contract/errors.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { PortalAccesses } from '../../portal/ports.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Passwords } from '../ports.ts';
import { comparedAnswer } from './compared-answer.ts';
import type { VerificationQuestion } from './model.ts';
import type { VerificationQuestions } from './ports.ts';

export interface RecordQuestionDependencies {
  readonly questions: VerificationQuestions;
  readonly accesses: Pick<PortalAccesses, 'find'>;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Letters and digits of an answer at least: fewer are guessed. */
const ANSWER_AT_LEAST = 3;

/**
 * Records the verification question of a worker who has access to the portal, in place of the one before (E1-6).
 *
 * @throws DomainError `action-not-possible` when there is no access, `invalid-request`, `changed-meanwhile`
 */
export async function recordQuestion(
  { questions, accesses, passwords, clock, newId }: RecordQuestionDependencies,
  { tenantId, id: by, requestId, address }: Actor,
  workerId: string,
  { question, answer }: { readonly question: string; readonly answer: string },
): Promise<VerificationQuestion> {
  const access = await accesses.find(tenantId, workerId);
  if (!access || access.status === 'disabled') {
    const message = 'The access is disabled; a verification question belongs to one that is not';
    throw new DomainError('action-not-possible', { errors: [{ path: 'status', message }] });
  }
  const errors = faultsOf(question, answer);
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });

  const at = clock.now().toISOString();
  const recorded: VerificationQuestion = {
    ...{ tenantId, workerId, question, recordedAt: at, recordedBy: by, tries: 0 },
    answerHash: await passwords.hash(comparedAnswer(answer)),
  };
  const what = 'verification-question-recorded';
  const isKept = await questions.record(
    access,
    recorded,
    { tenantId, subjectId: workerId, notificationId: newId('not'), at, by, kind: what },
    { tenantId, subjectId: workerId, auditId: newId('aud'), at, by, requestId, address, action: what },
  );
  if (!isKept) throw new DomainError('changed-meanwhile');
  return recorded;
}

function faultsOf(question: string, answer: string): FieldError[] {
  const compared = comparedAnswer(answer);
  if (compared.length < ANSWER_AT_LEAST)
    return [
      {
        path: 'answer',
        message: 'Give an answer with at least {least} letters or digits',
        values: { least: ANSWER_AT_LEAST },
      },
    ];
  if (comparedAnswer(question).includes(compared))
    return [{ path: 'answer', message: 'Give an answer that does not stand in the question' }];
  return [];
}
