import type { Settings } from './settings.ts';

/** What GET /control answers. */
export interface ModemState {
  /** a terminal is on the line */
  readonly connected: boolean;
  /** `> ` was written, and neither Ctrl-Z nor ESC has come */
  readonly prompting: boolean;
  /** a text was submitted, and its answer is withheld by `hold` */
  readonly held: boolean;
  /** texts given with Ctrl-Z, as in the log */
  readonly submits: number;
  /** PDUs that could not be read or had the wrong length: refused with 304, not in the log */
  readonly malformed: number;
  /** delivery reports that the network has still to make */
  readonly reportsToCome: number;
  /** delivery reports that the terminal has still to take */
  readonly reportsWaiting: number;
  readonly settings: Settings;
}
