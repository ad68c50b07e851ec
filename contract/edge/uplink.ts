import * as z from 'zod/mini';
import { instant } from '../fields.ts';
import { attemptId, count, journal } from './ids.ts';
import { topics } from './names.ts';

const event = { attemptId, at: instant };
const parts = z.int().check(z.minimum(1));
const reason = z.string();
/**
 * What became of an attempt. Sent until the cloud acknowledges it, which it does only after its own write.
 * `received`: on the box's disk. `submitted`: the modem accepted `partsSubmitted` of `parts` and no more will follow.
 * `failed`, `expired`: certainly nothing was sent. `unconfirmed`: at least one part may have been sent.
 * `delivered`: every part is on the phone. `undelivered`: the network gave up on a part.
 */
export const edgeEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('received'), ...event }),
  z.object({ type: z.enum(['expired', 'delivered']), ...event }),
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
export type EdgeEvent = z.infer<typeof edgeEvent>;

/** An attempt has each kind of event once at most, so that its id needs no memory: `msg_….1:submitted`. */
export function eventId(event: Pick<EdgeEvent, 'attemptId' | 'type'>): string {
  return `${event.attemptId}:${event.type}`;
}

export const uplink = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    /** kept on disk and said again for a minute, so that a copy is known as one; then the box makes a new one */
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

/**
 * The IoT rule that puts uplinks on the queue `edge-events`: with the client's id as the broker knows it, never by the payload's
 * word, and when the broker had it (epoch ms). The payload is encoded whole: what is not JSON must come through too.
 */
export const RULE_SQL = `SELECT clientid() AS thing, timestamp() AS heardAt, encode(*, 'base64') AS payload FROM '${topics.allUp}'`;
export const ruleMessage = z.object({ thing: z.string(), heardAt: z.int(), payload: z.base64() });
