import * as z from 'zod/mini';
import { e164, instant } from '../fields.ts';
import type { CertificateDownlink } from './certificate.ts';
import type { Command } from './command.ts';
import { attemptId, journal, journalId, modemName } from './ids.ts';

/**
 * The box has told that it has this attempt on disk. One that does not know it has a disk restored to a moment before, and
 * can't say that it was not sent.
 */
const received = z.optional(z.literal(true));

export const attempt = z.object({
  attemptId,
  to: e164,
  /** whole, as it is to arrive; the box cuts it into parts by `smsText` */
  text: z.string(),
  /** the box never gives it to the modem after this */
  notAfter: instant,
  /** the modem whose SIM card is to send it; absent: whichever is free */
  modem: z.optional(modemName),
  received,
});
export type Attempt = z.infer<typeof attempt>;

/** What the box reads first. It looks at the attempts one by one: one that it can't read must not take the others with it. */
export const downlinkEnvelope = z.discriminatedUnion('type', [
  /** `at` is the cloud's time: the box goes by it, as its own clock may be days off */
  z.object({ type: z.literal('welcome'), helloId: z.string(), ...journal, at: instant }),
  z.object({ type: z.literal('quarantined'), helloId: z.string(), reason: z.string() }),
  z.object({
    type: z.literal('attempts'),
    ...journal,
    attempts: z.array(z.unknown()).check(z.minLength(1), z.maxLength(20)),
  }),
  /**
   * These are not to be sent any more. What the modem has not been given stays unsent for good, whether or not the box knows the attempt:
   * the broker may deliver the two in either order. Answered by events: `revoked`, or what has become of it instead.
   */
  z.object({
    type: z.literal('revoke'),
    journalId,
    attempts: z.array(z.object({ attemptId, notAfter: instant, received })).check(z.minLength(1), z.maxLength(20)),
  }),
  z.object({ type: z.literal('command'), journalId, command: z.unknown() }),
  z.object({ type: z.literal('acknowledged'), eventIds: z.array(z.string()).check(z.minLength(1)) }),
]);
export type DownlinkEnvelope = z.infer<typeof downlinkEnvelope>;
type Of<T extends DownlinkEnvelope['type']> = Extract<DownlinkEnvelope, { type: T }>;
export type Downlink =
  | Exclude<DownlinkEnvelope, { type: 'attempts' | 'command' }>
  | CertificateDownlink
  | (Omit<Of<'attempts'>, 'attempts'> & { attempts: Attempt[] })
  | (Omit<Of<'command'>, 'command'> & { command: Command });
