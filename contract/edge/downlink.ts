import * as z from 'zod/mini';
import { e164, instant } from '../fields.ts';
import { attemptId, journal } from './ids.ts';

export const attempt = z.object({
  attemptId,
  to: e164,
  /** whole, as it is to arrive; the box cuts it into parts by `smsText` */
  text: z.string(),
  /** the box never gives it to the modem after this */
  notAfter: instant,
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
  z.object({ type: z.literal('acknowledged'), eventIds: z.array(z.string()).check(z.minLength(1)) }),
]);
export type DownlinkEnvelope = z.infer<typeof downlinkEnvelope>;
type Attempts = Omit<Extract<DownlinkEnvelope, { type: 'attempts' }>, 'attempts'> & { attempts: Attempt[] };
export type Downlink = Exclude<DownlinkEnvelope, { type: 'attempts' }> | Attempts;
