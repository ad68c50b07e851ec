import * as z from 'zod/mini';
import { instant } from '../fields.ts';
import { INBOUND_KINDS } from '../inbound-kinds.ts';
import { health } from './health.ts';
import { attemptId, commandId, count, inboundId, journal, modemName } from './ids.ts';

const event = { attemptId, at: instant };
const parts = z.int().check(z.minimum(1));
const reason = z.string();
/**
 * What became of an attempt. Sent until the cloud acknowledges it, which it does only after its own write.
 * `received`: on the box's disk. `submitted`: the modem accepted `partsSubmitted` of `parts` and no more will follow.
 * `failed`, `expired`, `revoked`: certainly nothing was sent, and nothing will be. `unconfirmed`: at least one part may have been sent.
 * `delivered`: every part is on the phone. `undelivered`: the network gave up on a part.
 */
export const attemptEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('received'), ...event }),
  z.object({ type: z.enum(['expired', 'delivered']), ...event }),
  z.object({ type: z.literal('revoked'), ...event }),
  z.object({ type: z.enum(['failed', 'undelivered']), ...event, reason }),
  z.object({
    type: z.literal('submitted'),
    ...event,
    parts,
    partsSubmitted: parts,
    reason: z.optional(reason),
  }),
  z.object({
    type: z.literal('unconfirmed'),
    ...event,
    parts,
    partsSubmitted: count,
    reason,
  }),
]);
export type AttemptEvent = z.infer<typeof attemptEvent>;

/** A message to the SIM card, put together from its parts. */
export const inboundEvent = z.object({
  type: z.literal('inbound'),
  inboundId,
  kind: z.enum(INBOUND_KINDS),
  /** when the box had all of it that it tells; by the network's time or its own clock where it did not know the cloud's yet */
  at: instant,
  /** when the network took its first part; absent where it told no time */
  sentAt: z.optional(instant),
  /** international with a plus, national, or a name, as the network gives it; absent where it gives none */
  sender: z.optional(z.string().check(z.minLength(1), z.maxLength(32))),
  /** empty where the kind has none */
  text: z.string(),
  /** hexadecimal: the data, or the PDU of what can't be read, which may end within an octet */
  octets: z.optional(z.string().check(z.regex(/^[0-9A-F]*$/))),
  parts,
  /** numbers of the parts that never came; they are left out */
  missing: z.optional(z.array(parts)),
  /** which SIM card it came to */
  modem: modemName,
});
export type InboundEvent = z.infer<typeof inboundEvent>;

/** What came of a command. `refused`: not begun, and it will not be. `failed`: begun, and it did not succeed. */
export const answeredEvent = z.object({
  type: z.literal('answered'),
  commandId,
  at: instant,
  outcome: z.enum(['done', 'refused', 'failed']),
  /** the network's answer, the lines of the log, or why not */
  text: z.optional(z.string()),
});
export type AnsweredEvent = z.infer<typeof answeredEvent>;

export const edgeEvent = z.union([attemptEvent, inboundEvent, answeredEvent]);
export type EdgeEvent = z.infer<typeof edgeEvent>;

/** What an event is about. Events of one subject are told in their order. */
export function subjectOf(event: Pick<AttemptEvent, 'attemptId'> | InboundEvent | AnsweredEvent): string {
  if ('inboundId' in event) return event.inboundId;
  return 'commandId' in event ? event.commandId : event.attemptId;
}

/** A subject has each kind of event once at most, so that its id needs no memory: `msg_….1:submitted`. */
export function eventId(event: Pick<AttemptEvent, 'attemptId' | 'type'> | InboundEvent | AnsweredEvent): string {
  return `${subjectOf(event)}:${event.type}`;
}

const others = [
  z.object({
    type: z.literal('hello'),
    /** kept on disk and said again for a minute, so that a copy is known as one; then the box makes a new one */
    helloId: z.string().check(z.minLength(16), z.maxLength(64)),
    ...journal,
    agentVersion: z.string(),
    at: instant,
  }),
  z.object({ type: z.literal('ready'), ...journal }),
  health,
] as const;
const eventsOf = <T extends z.ZodMiniType>(event: T) =>
  z.object({ type: z.literal('events'), ...journal, events: z.array(event).check(z.minLength(1), z.maxLength(100)) });

export const uplink = z.discriminatedUnion('type', [...others, eventsOf(edgeEvent)]);
export type Uplink = z.infer<typeof uplink>;

const envelope = z.discriminatedUnion('type', [...others, eventsOf(z.unknown())]);

/**
 * What the cloud reads of an uplink. `unreadable` counts events that it does not know, perhaps of a newer agent: they are not among
 * `events`, and hold up no other.
 *
 * @throws ZodError
 */
export function readUplink(said: unknown): { readonly said: Uplink; readonly unreadable: number } {
  const read = envelope.parse(said);
  if (read.type !== 'events') return { said: read, unreadable: 0 };
  const events = read.events.flatMap((one) => edgeEvent.safeParse(one).data ?? []);
  return { said: { ...read, events }, unreadable: read.events.length - events.length };
}
