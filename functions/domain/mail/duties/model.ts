import { HOUR, MINUTE } from '../../shared/clock.ts';

/** A mail that is to be made because of something that is stored, as that was when it was read. */
export interface MailDuty {
  readonly tenantId: string;
  /** names what is stored; only the store reads it */
  readonly item: string;
  /** differs after each step of the duty; absent where nobody has taken it up yet */
  readonly mark?: string;
  /** times that it was taken up */
  readonly tries: number;
}

/** One that a look finds: what it is about is not read. */
export type DueMail = Omit<MailDuty, 'tries'>;

export interface MailDuties {
  /** Takes it up until then. Undefined where it is done, or has gone on since it was read: somebody else has it. */
  claim(duty: MailDuty, until: Date): Promise<MailDuty | undefined>;
  /** It is done with; nothing happens where it has gone on since. */
  end(held: MailDuty): Promise<void>;
  /** The same for one that is to be taken up again from then on. */
  putOff(held: MailDuty, until: Date): Promise<void>;
  /** Those that are to be taken up before then, oldest first. */
  due(tenantId: string, before: Date, limit: number): Promise<DueMail[]>;
  /** Has it taken up: the table's stream tells of it. It is due again at `next`, should nobody hear. */
  ask(duty: DueMail, next: Date): Promise<void>;
}

/** After this a duty whose process died is another's: far longer than the function that has it may run. */
export const HELD_FOR = 5 * MINUTE;
/** Until a duty that the stream tells of is told of once more. */
export const HEARD_WITHIN = 10 * MINUTE;
/** Milliseconds from each try to the next: nine over two days. */
export const TRY_DELAYS = [
  10 * MINUTE,
  20 * MINUTE,
  40 * MINUTE,
  80 * MINUTE,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
] as const;
/** Tries of a mail of which it is not known whether the mail service took it: each may be one mail more. */
export const DOUBTFUL_TRIES = 3;
