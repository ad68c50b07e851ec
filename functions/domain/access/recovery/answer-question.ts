import { type CheckAnswerDependencies, type CheckedAnswer, checkAnswer } from '../verification/check-answer.ts';
import type { Recoveries } from './ports.ts';
import { type Proven, type ProvenRecoveryDependencies, provenRecovery } from './proven-recovery.ts';

export interface AnswerQuestionDependencies extends ProvenRecoveryDependencies, CheckAnswerDependencies {
  readonly recoveries: Pick<Recoveries, 'find' | 'answered'>;
}

/**
 * Answers the verification question after the code, with the same few tries as on the telephone.
 *
 * @throws DomainError `code-refused`, `action-not-possible` when there is no question, `too-many-tries`
 */
export async function answerQuestion(
  deps: AnswerQuestionDependencies,
  given: Proven & { readonly answer: string },
): Promise<CheckedAnswer> {
  const recovery = await provenRecovery(deps, given);
  const { tenantId, person } = recovery;
  const question = await deps.questions.find(tenantId, person.personId);
  const actor = { tenantId, id: person.personId, requestId: given.requestId, address: given.address };
  const checked = await checkAnswer(deps, actor, person.personId, given.answer);
  if (checked.right && question) await deps.recoveries.answered(recovery, question.recordedAt);
  return checked;
}
