import type { Outcome } from './settings.ts';
import type { Alphabet, Concatenation } from './user-data.ts';

/** A line of submits.jsonl: one text that was given to the modem with Ctrl-Z. */
export interface SubmitRecord {
  /** counts from 1 */
  readonly id: number;
  readonly at: string;
  readonly number: string;
  /** TP-MR, which the modem chose; null when the network did not take the text */
  readonly reference: number | null;
  /** the code of +CMS ERROR that was answered instead of the reference */
  readonly error: number | null;
  readonly reportRequested: boolean;
  readonly outcome: Outcome;
  readonly concatenation: Concatenation | null;
  readonly alphabet: Alphabet;
  /** of this part; 8-bit data in hexadecimal */
  readonly text: string;
  /** as it came, in hexadecimal */
  readonly pdu: string;
}

/** A line of reports.jsonl: the delivery report of a submit was passed on to the line. */
export interface ReportRecord {
  readonly submitId: number;
  readonly at: string;
}
