import * as z from 'zod';
import { attempt, attemptId, edgeEvent, journalId } from '../../../contract/edge.ts';
import { instant } from '../../../contract/fields.ts';

const partNumber = z.number().int().min(1).max(255);
const reference = z.number().int().min(0).max(255);
const ofPart = { attemptId, part: partNumber, at: instant };

export const reportFact = z.object({
  status: z.enum(['delivered', 'failed']),
  statusCode: z.number().int(),
  at: instant,
});
export type ReportFact = z.infer<typeof reportFact>;

export const partState = z.object({
  state: z.enum(['waiting', 'submitting', 'submitted', 'refused', 'unconfirmed']),
  /** when it was given to the modem */
  submittingAt: instant.optional(),
  /** TP-MR of the modem's answer, or of the report that proved it */
  reference: reference.optional(),
  /** why it was refused, or is unconfirmed */
  reason: z.string().optional(),
  /** the final delivery report */
  report: reportFact.optional(),
});
export type PartState = z.infer<typeof partState>;

export const attemptState = attempt.extend({
  /** empty once it is decided: nothing sends it any more */
  text: z.string(),
  /** the same in all parts of a long message (3GPP TS 23.040 section 9.2.3.24.1) */
  concatenationReference: reference.optional(),
  parts: z.array(partState).min(1),
  expired: z.boolean(),
  events: z.array(z.object({ event: edgeEvent, acknowledged: z.boolean() })),
});
export type AttemptState = z.infer<typeof attemptState>;

/** What the journal says, one fact a record. A new kind may be added, an old one never changes its meaning. */
export const journalRecord = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('journal'),
    journalId,
    epoch: z.number().int().min(0),
    helloId: z.string().optional(),
    nextConcatenationReference: reference,
    /** ids of attempts whose `notAfter` was at or before this may have been forgotten */
    forgottenUntil: instant.optional(),
  }),
  z.object({ type: z.literal('hello'), helloId: z.string() }),
  z.object({ type: z.literal('epoch'), epoch: z.number().int().min(1) }),
  z.object({ type: z.literal('received'), attempt, parts: partNumber, at: instant }),
  z.object({ type: z.literal('submitting'), ...ofPart }),
  z.object({ type: z.literal('submitted'), ...ofPart, reference }),
  z.object({ type: z.literal('refused'), ...ofPart, reason: z.string() }),
  z.object({ type: z.literal('not-sent'), ...ofPart }),
  z.object({ type: z.literal('unconfirmed'), ...ofPart, reason: z.string() }),
  z.object({ type: z.literal('expired'), attemptId, at: instant }),
  /** The network has the part. Proves an unconfirmed one; `report` is there when it is final. */
  z.object({ type: z.literal('reported'), ...ofPart, reference, report: reportFact.optional() }),
  z.object({ type: z.literal('acknowledged'), eventIds: z.array(z.string()) }),
  /** an attempt in its present state, at the head of a segment */
  z.object({ type: z.literal('attempt'), attempt: attemptState }),
]);
export type JournalRecord = z.infer<typeof journalRecord>;
/** A record that tells something of one attempt that is already known. */
export type AttemptFact = Extract<
  JournalRecord,
  { type: 'submitting' | 'submitted' | 'refused' | 'not-sent' | 'unconfirmed' | 'expired' | 'reported' }
>;
