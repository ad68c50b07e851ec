import * as z from 'zod/mini';
import { attempt, attemptEvent, attemptId, count, journalId, modemName } from '../../../contract/edge.ts';
import { instant } from '../../../contract/fields.ts';
import { commandRecords } from './command-records.ts';
import { inboundRecords, partNumber } from './inbound-records.ts';

const reference = z.int().check(z.minimum(0), z.maximum(255));
const ofPart = { attemptId, part: partNumber, at: instant };

export const reportFact = z.object({
  status: z.enum(['delivered', 'failed']),
  statusCode: z.int(),
  at: instant,
});

export const partState = z.object({
  state: z.enum(['waiting', 'submitting', 'submitted', 'refused', 'unconfirmed']),
  /** when it was given to the modem */
  submittingAt: z.optional(instant),
  /** to which modem; absent where an earlier version wrote, which had one alone */
  modem: z.optional(modemName),
  /** TP-MR of the modem's answer, or of the report that proved it */
  reference: z.optional(reference),
  /** why it was refused, or is unconfirmed */
  reason: z.optional(z.string()),
  /** the final delivery report */
  report: z.optional(reportFact),
});
export type PartState = z.infer<typeof partState>;

export const attemptState = z.extend(attempt, {
  /** empty once it is decided: nothing sends it any more */
  text: z.string(),
  /** the same in all parts of a long message (3GPP TS 23.040 section 9.2.3.24.1) */
  concatenationReference: z.optional(reference),
  parts: z.array(partState).check(z.minLength(1)),
  expired: z.boolean(),
  /** the cloud does not want it sent any more */
  revoked: z.optional(z.boolean()),
  events: z.array(z.object({ event: attemptEvent, acknowledged: z.boolean() })),
});
export type AttemptState = z.infer<typeof attemptState>;

/** What the journal says, one fact a record. A new kind may be added, an old one never changes its meaning. */
export const journalRecord = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('journal'),
    journalId,
    epoch: z.int().check(z.minimum(0)),
    helloId: z.optional(z.string()),
    nextConcatenationReference: reference,
    /** ids of attempts whose `notAfter` was at or before this may have been forgotten */
    forgottenUntil: z.optional(instant),
  }),
  z.object({ type: z.literal('hello'), helloId: z.string() }),
  z.object({ type: z.literal('epoch'), epoch: z.int().check(z.minimum(1)) }),
  z.object({ type: z.literal('received'), attempt, parts: partNumber, at: instant }),
  z.object({ type: z.literal('submitting'), ...ofPart, modem: z.optional(modemName) }),
  z.object({ type: z.literal('submitted'), ...ofPart, reference }),
  z.object({ type: z.literal('refused'), ...ofPart, reason: z.string() }),
  z.object({ type: z.literal('not-sent'), ...ofPart }),
  z.object({ type: z.literal('unconfirmed'), ...ofPart, reason: z.string() }),
  z.object({ type: z.literal('expired'), attemptId, at: instant }),
  /** It is not to be sent any more, whether or not it was ever received; kept until `notAfter` and a day. */
  z.object({ type: z.literal('revoked'), attemptId, notAfter: instant, at: instant }),
  /** The network has the part. Proves an unconfirmed one; `report` is there when it is final. */
  z.object({ type: z.literal('reported'), ...ofPart, reference, report: z.optional(reportFact) }),
  ...commandRecords,
  z.object({ type: z.literal('acknowledged'), eventIds: z.array(z.string()) }),
  /** an attempt in its present state, at the head of a segment */
  z.object({ type: z.literal('attempt'), attempt: attemptState }),
  /** what a modem was given on its newest day (UTC), and in each second of the minute before its newest part, at the head of a segment */
  z.object({
    type: z.literal('sent'),
    modem: modemName,
    day: z.iso.date(),
    onDay: count,
    seconds: z.array(z.object({ at: instant, parts: count })),
  }),
  /** attempts that have ended, of which only the ids are kept, at the head of a segment */
  z.object({ type: z.literal('ended'), attemptIds: z.array(attemptId), until: instant }),
  ...inboundRecords,
]);
export type JournalRecord = z.infer<typeof journalRecord>;
export type RevokedRecord = Extract<JournalRecord, { type: 'revoked' }>;
/** A record that tells something of one attempt that is already known. */
export type AttemptFact = Extract<
  JournalRecord,
  { type: 'submitting' | 'submitted' | 'refused' | 'not-sent' | 'unconfirmed' | 'expired' | 'revoked' | 'reported' }
>;
