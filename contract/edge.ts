import * as z from 'zod/mini';
import { e164, instant, messageId } from './fields.ts';

/**
 * What the cloud and the box in the office say to each other, over MQTT 5 with QoS 1, each at most 128 kB.
 * Either side may hear anything twice, late, or not at all; ids make every one of them repeatable.
 *
 * A start of the box: hello(epoch n) → welcome(n+1) → n+1 on disk → ready(n+1) → attempts. The cloud gives attempts only to
 * a journal whose epoch it has seen confirmed, and refuses a hello with an older one: such a disk was restored or cloned.
 */

/** A try to send a message: `msg_….1`. Its id decides that it is submitted once at most. */
export const attemptId = z.string().check(z.regex(/^msg_[0-9A-HJKMNP-TV-Z]{26}\.\d{1,4}$/));
export const journalId = z.string().check(z.regex(/^jnl_[0-9A-HJKMNP-TV-Z]{26}$/));
const epoch = z.int().check(z.minimum(0));
const journal = { journalId, epoch };

export const attempt = z.object({
  attemptId,
  to: e164,
  /** whole, as it is to arrive; the box cuts it into parts by `smsText` */
  text: z.string(),
  /** the box never gives it to the modem after this */
  notAfter: instant,
});
export type Attempt = z.infer<typeof attempt>;

export const downlink = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), helloId: z.string(), ...journal }),
  z.object({ type: z.literal('quarantined'), helloId: z.string(), reason: z.string() }),
  z.object({
    type: z.literal('attempts'),
    ...journal,
    attempts: z.array(attempt).check(z.minLength(1), z.maxLength(20)),
  }),
  z.object({ type: z.literal('acknowledged'), eventIds: z.array(z.string()).check(z.minLength(1)) }),
]);
export type Downlink = z.infer<typeof downlink>;

const event = { attemptId, at: instant };
/**
 * What became of an attempt. Sent until the cloud acknowledges it, which it does only after its own write.
 * `received`: on the box's disk. `submitted`: the modem accepted `partsSubmitted` of `parts` and no more will follow.
 * `failed`, `expired`: certainly nothing was sent. `unconfirmed`: at least one part may have been sent.
 * `delivered`: every part is on the phone. `undelivered`: the network gave up on a part.
 */
export const edgeEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('received'), ...event }),
  z.object({
    type: z.literal('submitted'),
    ...event,
    parts: z.int().check(z.minimum(1)),
    partsSubmitted: z.int().check(z.minimum(1)),
    reason: z.optional(z.string()),
  }),
  z.object({ type: z.literal('failed'), ...event, reason: z.string() }),
  z.object({ type: z.literal('expired'), ...event }),
  z.object({
    type: z.literal('unconfirmed'),
    ...event,
    parts: z.int().check(z.minimum(1)),
    partsSubmitted: z.int().check(z.minimum(0)),
    reason: z.string(),
  }),
  z.object({ type: z.literal('delivered'), ...event }),
  z.object({ type: z.literal('undelivered'), ...event, reason: z.string() }),
]);
export type EdgeEvent = z.infer<typeof edgeEvent>;

/** An attempt has each kind of event once at most, so that its id needs no memory: `msg_….1:submitted`. */
export function eventId(event: Pick<EdgeEvent, 'attemptId' | 'type'>): string {
  return `${event.attemptId}:${event.type}`;
}

export const uplink = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    /** made once a start and kept on disk, so that a hello said again gets the same answer */
    helloId: z.string().check(z.minLength(16), z.maxLength(64)),
    ...journal,
    agentVersion: z.string(),
    at: instant,
  }),
  z.object({ type: z.literal('ready'), ...journal }),
  z.object({
    type: z.literal('events'),
    ...journal,
    events: z.array(edgeEvent).check(z.minLength(1), z.maxLength(100)),
  }),
]);
export type Uplink = z.infer<typeof uplink>;

/** What the IoT rule puts on the queue `edge-events`: the client's id as the broker knows it, never the payload's word. */
export const ruleMessage = z.object({ thing: z.string(), payload: z.base64() });

/** The thing (MQTT client id, certificate) of a box. */
export function thingName(tenantId: string, boxId: string): string {
  return `${tenantId}:${boxId}`;
}
export function parseThingName(thing: string): { tenantId: string; boxId: string } {
  const [tenantId, boxId, ...rest] = thing.split(':');
  if (!tenantId || !boxId || rest.length > 0) throw new Error(`not the name of a box: ${thing}`);
  return { tenantId, boxId };
}

export const topics = {
  up: (thing: string) => `heraut/${thing}/up`,
  down: (thing: string) => `heraut/${thing}/down`,
  /** what the IoT rule listens to */
  allUp: 'heraut/+/up',
} as const;

/** The message that an attempt belongs to: `msg_….1` → `msg_…`. */
export function messageIdOf(attempt: string): string {
  return messageId.parse(attempt.slice(0, attempt.lastIndexOf('.')));
}
