import * as z from 'zod/mini';
import { inboundEvent, inboundId, modemName } from '../../../contract/edge.ts';
import { instant } from '../../../contract/fields.ts';
import { INBOUND_KINDS } from '../../../contract/inbound-kinds.ts';

/** of a part, or how many there are (3GPP TS 23.040 section 9.2.3.24.1) */
export const partNumber = z.int().check(z.minimum(1), z.maximum(255));
const reference = {
  reference: z.int().check(z.minimum(0), z.maximum(0xffff)),
  bits: z.union([z.literal(8), z.literal(16)]),
  parts: partNumber,
};
const origin = { modem: modemName, kind: z.enum(INBOUND_KINDS), sender: z.optional(z.string()) };
const content = {
  text: z.string(),
  /** hexadecimal */
  octets: z.optional(z.string()),
  /** when the network took it */
  sentAt: z.optional(instant),
  /** when it came; by the cloud's time only if it is `dated` */
  at: instant,
};
const fact = z.object({
  ...origin,
  ...content,
  concatenation: z.optional(z.object({ ...reference, part: partNumber })),
  dated: z.boolean(),
  /** the same for the same part */
  digest: z.string(),
});
/** A part from the network, as the journal keeps it. */
export type InboundFact = z.infer<typeof fact>;

export const inboundMessage = z.object({
  inboundId,
  ...origin,
  concatenation: z.optional(z.object(reference)),
  /** since when its other parts are waited for, by the cloud's time; absent until that is known */
  since: z.optional(instant),
  /** empty once there is the event, which has it all */
  received: z.array(z.object({ part: partNumber, ...content })),
  event: z.optional(inboundEvent),
});
/** A message from the network that the cloud does not have yet. */
export type InboundMessage = z.infer<typeof inboundMessage>;

/** Parts by which a repetition is recognised, with the time (epoch ms) each was sent at. */
const seenParts = z.array(z.tuple([z.string(), z.int()]));

export const inboundRecords = [
  /** a part, and the message that it belongs to: a new one, or one that lacks it */
  z.extend(fact, { type: z.literal('inbound-part'), inboundId }),
  /** the parts that these lack are no longer waited for */
  z.object({ type: z.literal('inbound-given-up'), inboundIds: z.array(inboundId), at: instant }),
  /** a message in its present state, at the head of a segment */
  z.object({ type: z.literal('inbound'), message: inboundMessage }),
  /** at the head of a segment; `until` is absent as long as the time is not known */
  z.object({ type: z.literal('inbound-seen'), parts: seenParts, until: z.optional(instant) }),
] as const;
export type InboundRecord = z.infer<(typeof inboundRecords)[number]>;
