import * as z from 'zod/mini';
import { line, moment } from '../fields.ts';
import type { Route } from '../route.ts';
import { workerId } from './directory/worker-id.ts';

export const verificationBody = z.strictObject({
  question: line('Give the question', 200).register(z.globalRegistry, {
    description: 'What only the worker knows the answer to; it is shown to staff and to the worker',
    examples: ['Hoe heette uw eerste huisdier?'],
  }),
  answer: line('Give the answer', 100).register(z.globalRegistry, {
    description: 'At least 3 letters or digits; case, spaces and accents make no difference. It never comes back out',
    examples: ['Bello'],
  }),
});

export const verificationQuestion = z.object({
  question: z.optional(z.string()).register(z.globalRegistry, { description: 'Absent: none is recorded' }),
  recordedAt: z.optional(moment('When it was recorded')),
  recordedBy: z.optional(z.string()).register(z.globalRegistry, { description: 'By whom: staff, or the worker' }),
  triesLeft: z.int().register(z.globalRegistry, {
    description: 'Answers that may still be tried; after three wrong ones none for 24 hours',
  }),
});

const base = { function: 'api-portal', access: 'portal-access:manage', params: z.object({ workerId }) } as const;

export const verificationRoutes = {
  getVerificationQuestion: {
    ...base,
    method: 'GET',
    path: '/v1/workers/{workerId}/verification-question',
    summary: 'The question by which a worker is recognised who has forgotten the login data',
    answer: { status: 200, schema: verificationQuestion },
    errors: ['not-found'],
  },
  recordVerificationQuestion: {
    ...base,
    method: 'PUT',
    path: '/v1/workers/{workerId}/verification-question',
    summary: 'Record the verification question and its answer',
    body: verificationBody,
    answer: { status: 200, schema: verificationQuestion },
    errors: ['not-found', 'action-not-possible', 'changed-meanwhile'],
  },
  checkVerificationAnswer: {
    ...base,
    method: 'POST',
    repeated: 'reads',
    path: '/v1/workers/{workerId}/verification-question/checks',
    summary: 'Whether what a caller answers is right; each try is in the audit trail',
    body: z.strictObject({ answer: line('Give the answer', 100) }),
    answer: { status: 200, schema: z.object({ right: z.boolean(), triesLeft: z.int() }) },
    errors: ['not-found', 'action-not-possible', 'too-many-tries'],
  },
} as const satisfies Record<string, Route>;
