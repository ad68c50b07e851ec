import type { InboundCounts } from './inbound-log.ts';
import type { Settings } from './settings.ts';
import type { SimStatus } from './sim.ts';

/** What GET /control answers. */
export interface ModemState {
  /** a terminal is on the line */
  readonly connected: boolean;
  /** it was reset and does not yet hear */
  readonly starting: boolean;
  /** it hangs, until a reset or for its time */
  readonly hanging: boolean;
  /** starts since this process began, the first one included */
  readonly starts: number;
  /** `> ` was written, and neither Ctrl-Z nor ESC has come */
  readonly prompting: boolean;
  /** a text was submitted, and its answer is withheld by `hold` */
  readonly held: boolean;
  /** texts given with Ctrl-Z, as in the log */
  readonly submits: number;
  /** of those, what the network took and refused */
  readonly taken: number;
  readonly refused: number;
  /** PDUs that could not be read or had the wrong length: refused with 304, not in the log */
  readonly malformed: number;
  /** delivery reports that the network has still to make */
  readonly reportsToCome: number;
  /** delivery reports that the terminal has still to take */
  readonly reportsWaiting: number;
  /** parts sent to the SIM, by what became of them; `deletedUnread` are among the deleted */
  readonly inbound: InboundCounts;
  /** USSD codes sent since this process began */
  readonly ussdSent: number;
  readonly sim: { readonly status: SimStatus; readonly pinTries: number; readonly pukTries: number };
  readonly settings: Settings;
}
