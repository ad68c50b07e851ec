import * as z from 'zod/mini';
import { instant } from '../fields.ts';
import { count, journal, modemName } from './ids.ts';

/** With less than this free the box's disk is low: the journal of a box is a few megabytes, its log and updates are more. */
export const LOW_DISK_BYTES = 64 * 1024 * 1024;

const modemHealth = z.object({
  name: modemName,
  /** `given-up`: many tries to reach it failed in a row; it is tried on. `searching`: it answers and has no network. */
  state: z.enum(['starting', 'ready', 'searching', 'out-of-reach', 'given-up', 'closed']),
  sim: z.enum(['unknown', 'ready', 'not-ready']),
  /** asked to give nothing to it */
  paused: z.boolean(),
  manufacturer: z.optional(z.string()),
  model: z.optional(z.string()),
  revision: z.optional(z.string()),
  /** 3GPP TS 27.007 section 7.2 */
  registration: z.optional(count),
  /** dBm, -113 to -51 */
  signal: z.optional(z.int()),
  operator: z.optional(z.string()),
  lastHeardAt: z.optional(instant),
  lastSuccessAt: z.optional(instant),
  lastError: z.optional(z.object({ at: instant, reason: z.string() })),
  /** parts given to it in the last minute and today (UTC) */
  sentLastMinute: count,
  sentToday: count,
  /** how many the box's configuration allows its SIM card in any 60 seconds and in a day (UTC); absent: as many as it can */
  perMinuteAtMost: z.optional(count),
  perDayAtMost: z.optional(count),
});
export type ModemHealth = z.infer<typeof modemHealth>;

/** How a box is, said once a minute while it is joined. The newest counts; one that gets lost is not said again. */
export const health = z.object({
  type: z.literal('health'),
  ...journal,
  /** by the cloud's time */
  at: instant,
  agentVersion: z.string(),
  nodeVersion: z.string(),
  /** since when this agent runs, in seconds */
  uptimeSeconds: count,
  modems: z.array(modemHealth).check(z.maxLength(32)),
  /** attempts not yet decided, and events that the cloud has not acknowledged */
  queue: z.object({ open: count, unacknowledged: count }),
  /** in bytes; `free` where the journal lies */
  disk: z.object({ free: count, journal: count }),
  /** milliseconds by which the box's own clock is ahead of the cloud's time */
  clockSkewMs: z.int(),
  /** when the box's certificate ends */
  certificateEndsAt: z.optional(instant),
});
export type Health = z.infer<typeof health>;
