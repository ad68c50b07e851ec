import * as z from 'zod/mini';
import type { VerificationQuestion } from '../../../domain/access/verification/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const questionItem = z.object({
  ...kind('verification-question'),
  tenantId: z.string(),
  workerId: z.string(),
  question: z.string(),
  answerHash: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  tries: z.number(),
  lastTryAt: z.optional(z.string()),
});

export function verificationQuestionOf(item: Item): VerificationQuestion {
  const { lastTryAt, ...question } = bare(z.parse(questionItem, item));
  return { ...question, ...(lastTryAt !== undefined && { lastTryAt }) };
}
