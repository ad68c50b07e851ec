import type { AuditLine } from '../../audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../../shared/idempotency.ts';
import type { Lane, Message, MessageSummary } from '../model.ts';
import type { Step } from '../ports.ts';
import type { WrongNumbers } from '../refused-numbers/model.ts';
import type { Batch, Counts, Row, SourceRow } from './model.ts';

export interface Batches {
  /** With the members of its selection, if it is for one, as they are now. */
  add<A extends object>(
    batch: Batch,
    members: readonly (readonly string[])[],
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A>>;
  /** What the first request with this key got, if there was one. */
  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined>;
  find(tenantId: string, batchId: string): Promise<Batch | undefined>;
  /** Newest first. */
  page(tenantId: string, limit: number, before?: string): Promise<{ items: Batch[]; next?: string }>;
  /** Stores `next`, with its version raised, if nobody changed it since `before` was read. */
  change(before: Batch, next: Batch, audit?: AuditLine): Promise<Batch | undefined>;
  /** And has it told of its wrong numbers, if there are any. */
  finishPreparing(before: Batch, next: Batch, wrong: WrongNumbers | undefined): Promise<Batch | undefined>;
  /** And reserves its credits, all or none. */
  accept(before: Batch, next: Batch, audit: AuditLine): Promise<Batch | 'insufficient-credit' | undefined>;
  /** And gives back what is reserved for messages that it has not, and will not have. */
  release(before: Batch, next: Batch, credits: number, audit?: AuditLine): Promise<Batch | undefined>;
  /** And puts these messages into their lanes: all of it or nothing. */
  start(before: Batch, next: Batch, messages: readonly Message[]): Promise<Batch | undefined>;
  /**
   * Takes a step that cancels with these messages of it, at least one, whose credits are reserved, and gives those back: all of it or nothing. False
   * when one of them is no longer as it was read.
   */
  cancel(batch: Batch, messages: readonly Message[], step: Step): Promise<boolean>;
  /**
   * Gives each number to the first line that has it, and says for each of these whose it is. The same asked again gets the same answer.
   * No two of these have the same number.
   */
  claimNumbers(
    batch: Batch,
    numbers: readonly { readonly number: string; readonly line: number }[],
  ): Promise<readonly number[]>;
  /** Each in the place of what was kept for its line. */
  keepRows(batch: Batch, rows: readonly Row[]): Promise<void>;
  /** In the order of their lines, those after a line. */
  rows(
    batch: Pick<Batch, 'tenantId' | 'batchId'>,
    limit: number,
    after?: number,
  ): Promise<{ items: Row[]; isLast: boolean }>;
  /** Those that are there, by their ids. */
  messages(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, MessageSummary>>;
  counts(tenantId: string, batchId: string): Promise<Counts>;
  /** How many batches of an agency have messages put into lanes now, one that died and is gone on with later among them. */
  starting(tenantId: string): Promise<number>;
  /** Batches of an agency with something left to do whose time to look at them has come. */
  due(tenantId: string, before: Date): Promise<string[]>;
}

export interface LaneCounts {
  /** How many messages wait in a lane, counted up to `most`; of a long lane how many did some minutes ago. */
  waiting(lane: Lane, most: number): Promise<number>;
}

export interface RecipientSources {
  /**
   * The rows from a place on, each with the place after it. Nothing is held in memory but the row at hand.
   *
   * @throws RecipientsUnreadable
   */
  read(batch: Batch): AsyncIterable<{ readonly row: SourceRow; readonly place: string }>;
}

/** A job that gets lost is found again through the work queue. */
export interface BatchHurry {
  push(jobs: readonly { readonly tenantId: string; readonly batchId: string }[]): Promise<void>;
}
