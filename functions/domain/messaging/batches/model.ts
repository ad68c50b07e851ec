import type { BatchState } from '../../../../contract/batch-states.ts';
import type { FieldError } from '../../../../contract/errors.ts';
import type { Outcome } from '../../../../contract/message-states.ts';
import type { RecipientKind } from '../../../../contract/message-template.ts';
import type { Permission } from '../../../../contract/permissions.ts';
import type { Priority } from '../../../../contract/priorities.ts';
import type { SendingRoute } from '../../../../contract/providers.ts';
import { DAY } from '../../shared/clock.ts';
import type { Draft } from '../store-message.ts';

/** An estimate can be accepted as long as numbers, records and settings are about as it saw them. */
export const ACCEPTABLE = DAY;

/** One text, or one template, to many recipients. */
export interface Batch {
  readonly tenantId: string;
  /** `bat_…` */
  readonly batchId: string;
  readonly state: BatchState;
  /** goes up with each change: who changes it has seen it as it is */
  readonly version: number;
  readonly name?: string;
  /** ISO 8601 */
  readonly createdAt: string;
  /** the employee or API token; `acceptedBy` of its messages */
  readonly createdBy: string;
  readonly createdByName: string;
  /** the employee's own, as it was then; absent: the agency's closes its messages */
  readonly signature?: string;
  readonly wanted: WantedBatch;
  readonly source: BatchSource;
  /** of whoever made it: which records its messages may be filled in from */
  readonly mayRead: readonly Permission[];
  readonly pricePer: 'message' | 'part';
  /** where reading its recipients goes on; absent at first */
  readonly place?: string;
  readonly tally: Tally;
  /** lines that were refused for their numbers; absent: none */
  readonly wrong?: WrongLines;
  /** when it was accepted, and that much reserved, on this shard of the wallet */
  readonly accepted?: {
    readonly at: string;
    readonly by: string;
    readonly byName: string;
    readonly walletShard: number;
  };
  /** how many of its messages are in their lanes, for how many credits, and up to which line */
  readonly started: { readonly messages: number; readonly credits: number; readonly upTo: number };
  /** who stopped it, and up to which line its messages are cancelled */
  readonly stopped?: { readonly at: string; readonly by: string; readonly upTo: number };
  /** why it failed: of the file, or of what was to be sent */
  readonly reason?: readonly FieldError[];
  /** how often it was looked at since it last came further */
  readonly looks: number;
}

export interface WantedBatch {
  readonly text?: string;
  readonly templateId?: string;
  readonly senderName?: string;
  readonly route?: SendingRoute;
  readonly priority: Priority;
  /** ISO 8601: not before this */
  readonly sendAt?: string;
  /** `skip`: no text twice to one number */
  readonly duplicates: 'skip' | 'send';
}

/** A CSV that was uploaded, or a kept selection as it was when the batch was made. */
export type BatchSource =
  | { readonly kind: 'upload'; readonly uploadId: string }
  | { readonly kind: 'selection'; readonly selectionId: string; readonly recordKind: RecipientKind };

/** What was found among the recipients so far. */
export interface Tally {
  /** that get a message */
  readonly recipients: number;
  readonly parts: number;
  readonly credits: number;
  /** of all rows that get none: their number stands in another row */
  readonly duplicates: number;
  readonly refused: number;
}
export const NO_TALLY: Tally = { recipients: 0, parts: 0, credits: 0, duplicates: 0, refused: 0 };

export interface WrongLines {
  readonly count: number;
  /** the first of them */
  readonly named: readonly number[];
}

/** A row of the source: whom it goes to, and what it has for the fields of the template. */
export interface SourceRow {
  /** in the file, or in the selection; from 1 */
  readonly line: number;
  /** a number, or the id of a record */
  readonly to: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** A line that gets a message. The line makes the id of the message. */
export interface Recipient {
  readonly line: number;
  readonly draft: Draft;
  readonly credits: number;
}

/** A line that gets none, and why. */
export interface Refused {
  readonly line: number;
  /** as it stands in the source */
  readonly to: string;
  readonly duplicate: boolean;
  /** that it was refused for its number */
  readonly wrongNumber?: true;
  readonly errors: readonly FieldError[];
}
export type Row = Recipient | Refused;
export const isRecipient = (row: Row): row is Recipient => 'draft' in row;

/** What its messages have come to; those that still wait, or are on their way, are not among them. */
export type Counts = Readonly<Record<Outcome, number>>;

const WORKED_ON: readonly BatchState[] = ['preparing', 'starting', 'stopping'];
/** What was given as recipients can't be read, or not all of it: then none of it counts. */
export class RecipientsUnreadable extends Error {
  override readonly name = 'RecipientsUnreadable';
  readonly error: FieldError;

  constructor(error: FieldError, options?: ErrorOptions) {
    super('message' in error ? error.message : error.word, options);
    this.error = error;
  }
}

/** Whether there is something left to do for it. */
export const hasWork = ({ state }: Pick<Batch, 'state'>) => WORKED_ON.includes(state);

/** What it still has reserved for messages that are not in their lanes yet. */
export const unstarted = ({ accepted, tally, started }: Batch) => (accepted ? tally.credits - started.credits : 0);

/** How many of its messages are in their lanes, or on their way: they have come to nothing yet. */
export function waiting({ started }: Pick<Batch, 'started'>, counts: Counts): number {
  const ended = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return Math.max(0, started.messages - ended);
}

/**
 * Whether each of its messages has come to its end. One of which nobody knows has not: it may wait in its lane again, where it is to come at
 * least once.
 */
export const isOver = ({ accepted, tally, started }: Batch, counts: Counts) =>
  accepted !== undefined &&
  started.messages === tally.recipients &&
  waiting({ started }, counts) === 0 &&
  counts.unconfirmed === 0;
