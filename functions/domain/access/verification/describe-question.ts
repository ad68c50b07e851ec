import type * as z from 'zod/mini';
import type { verificationQuestion } from '../../../../contract/routes/verification.ts';
import { triesLeft, type VerificationQuestion } from './model.ts';

/** A question as the API shows it: without the answer's hash. */
export function describeQuestion(
  found: VerificationQuestion | undefined,
  now: Date,
): z.input<typeof verificationQuestion> {
  if (!found) return { triesLeft: 0 };
  const { question, recordedAt, recordedBy } = found;
  return { question, recordedAt, recordedBy, triesLeft: triesLeft(found, now) };
}
