import type { TFunction } from 'i18next';
import { ProblemError } from '../../../contract/client.ts';
import type { Problem } from '../../../contract/problem.ts';

/** What a reader is told of an error: what happened, what to do, and what to name when asking for help. */
export interface Told {
  readonly title: string;
  readonly action: string;
  readonly reference?: string | undefined;
}

/**
 * An answer of the API says it in the reader's language already; what comes from elsewhere is said here. A DOMException comes
 * from the browser where it was asked for a passkey.
 */
export function tell(t: TFunction, error: unknown): Told {
  if (error instanceof DOMException) {
    const isKnown = error.name === 'InvalidStateError';
    return { title: t('passkeys.notDone'), action: t(isKnown ? 'passkeys.known' : 'passkeys.notDoneAction') };
  }
  if (!(error instanceof ProblemError)) return { title: t('common.offline'), action: t('common.offlineAction') };
  const { problem, status, retryAfterSeconds } = error;
  if (status === 429) {
    const count = Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60));
    return { title: t('common.tooManyTries'), action: t('common.tooManyTriesAction', { count }) };
  }
  if (!problem || status >= 500)
    return {
      title: t('common.serverTrouble'),
      action: t('common.serverTroubleAction'),
      reference: problem?.requestId,
    };
  return { title: problem.title, action: whatToDo(problem), reference: problem.requestId };
}

/** Of these the API says what to do at each thing that is wrong; what it says of all of them is for programs. */
const TOLD_AT_EACH: readonly Problem['code'][] = ['action-not-possible', 'invalid-request'];

function whatToDo({ code, detail, errors = [] }: Problem): string {
  if (errors.length === 0 || !TOLD_AT_EACH.includes(code)) return detail;
  return errors.map(({ message }) => message).join(' · ');
}
