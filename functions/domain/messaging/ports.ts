import type { Downlink } from '../../../contract/edge.ts';
import type { Job } from '../../../contract/jobs.ts';
import type { MessageState } from '../../../contract/message-states.ts';
import type { ProviderName, SendingRoute } from '../../../contract/providers.ts';
import type { TroubleName } from '../../../contract/troubles.ts';
import type { AuditLine } from '../audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../shared/idempotency.ts';
import type { QuietHours } from './departure/quiet-hours.ts';
import type { MessageList } from './list-messages.ts';
import type {
  Box,
  Call,
  Handover,
  Lane,
  Message,
  MessageSummary,
  ProviderKey,
  TimelineEntry,
  Withdrawal,
} from './model.ts';

/** A step of a message's life. */
export interface Step {
  readonly to: MessageState;
  /** when it happened, by the clock of whoever saw it */
  readonly at: Date;
  /** when it is written down, by the cloud's clock: the day that the credits are booked on */
  readonly bookedAt: Date;
  /** why; kept as the message's reason */
  readonly detail?: string;
  /** the employee or API token that asked for it */
  readonly by?: string;
  readonly partsSubmitted?: number;
  readonly handover?: Handover;
  readonly call?: Call;
  readonly providerId?: string;
  /** when the work queue shall look at it again; for `handed-over` and `calling`, and for `unconfirmed` where it may be sent again */
  readonly lookAt?: Date;
}

/** A message that certainly was not sent goes back into a lane. */
export interface PutBack {
  /** the routes that it may still take; with another one in front than before its timeline says so */
  readonly routes: readonly SendingRoute[];
  readonly at: Date;
  /** why; kept as the message's reason; absent: as before */
  readonly detail?: string;
  /** not before this; only where it waits for a web provider */
  readonly dueAt?: Date;
}

export interface Messages {
  /**
   * Message, credits and idempotency row in one transaction, and the message in its lane; all or nothing.
   * A repeated request changes nothing and gives the first one's answer.
   */
  accept<A extends object>(
    message: Message,
    request: IdempotentRequest<A>,
  ): Promise<Idempotency<A> | 'insufficient-credit'>;
  /** What the first request with this key got, if there was one. */
  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined>;
  /** Claims a key for a request that is made of several, each with a key of its own. */
  claim<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A>>;
  /** With its whole text. */
  find(tenantId: string, messageId: string): Promise<Message | undefined>;
  /**
   * Takes a step, moves the credits with it and keeps the work queue true, all in one write. It ends a withdrawal. False when
   * the message is no longer as it was read (state, attempt, withdrawal): read it again.
   */
  step(message: Message, step: Step): Promise<boolean>;
  /**
   * Wants a message back from its box: from now on it is not published any more, the box is asked for it. Looked at as soon
   * as the work queue is. False as with `step`.
   */
  withdraw(message: Message, withdrawal: Withdrawal, at: Date, entry?: TimelineEntry): Promise<boolean>;
  /** Puts a message that was withdrawn and certainly not sent back into its lane, at the place of its age. False as with `step`. */
  returnToLane(message: Message, at: Date): Promise<boolean>;
  /** Has an unconfirmed message that is to come at least once wait in its lane again. False as with `step`. */
  repeat(message: Message, at: Date, detail: string): Promise<boolean>;
  /** Lets a scheduled or held message into its lane. False as with `step`. */
  enterLane(message: Message, at: Date): Promise<boolean>;
  /** Has a message wait apart from its lane, for the reason that its timeline shows. False as with `step`. */
  hold(message: Message, until: Date, entry: TimelineEntry): Promise<boolean>;
  /** Has a scheduled message wait for another moment. False as with `step`. */
  reschedule(message: Message, dueAt: Date, expiresAt: Date, entry: TimelineEntry): Promise<boolean>;
  /**
   * Gives a scheduled message another text, as `next` has it, and moves what it costs more or less between available and reserved.
   * `changed`: as with `step`.
   */
  rewrite(
    message: Message,
    next: Message,
    entry: TimelineEntry,
    audit: AuditLine,
  ): Promise<'done' | 'changed' | 'insufficient-credit'>;
  /** Has a message wait again, that was not handed over or was certainly not sent. False as with `step`. */
  putBack(message: Message, to: PutBack): Promise<boolean>;
  /** Adds to the timeline what is no step: that the box has it on disk, or a state that was passed and is heard of late. Once. */
  note(message: Message, entry: TimelineEntry): Promise<void>;
  /** Has it say that it stands in the file of its record. */
  registered(message: Pick<Message, 'tenantId' | 'messageId'>): Promise<void>;
  /** The attempt was published once more. False when the message has moved on. */
  lookAgain(message: Message, lookAt: Date): Promise<boolean>;
}

export interface MessageLists {
  /** A stretch of a list, newest first, by one query; `next` is the id to go on before. */
  read(
    tenantId: string,
    list: MessageList,
    accepted: { readonly from?: Date | undefined; readonly until?: Date | undefined },
    limit: number,
    more: { readonly before: string | undefined; readonly wholeTexts: boolean },
  ): Promise<{ items: MessageSummary[]; next?: string }>;
}

export interface WorkQueue {
  tenants(after?: string): Promise<{ tenantIds: string[]; next?: string }>;
  /** Ids of the first messages of a lane that were due after `from`: the more urgent first, then what was due first. */
  laneHead(lane: Lane, from: Date, limit: number): Promise<string[]>;
  /** A stretch of a lane in its order, of what was due after `from`; `next` goes on behind it, and is absent at the end of the lane. */
  lanePage(lane: Lane, from: Date, limit: number, after?: string): Promise<{ ids: string[]; next?: string }>;
  /** Ids of messages in a lane that were due before `before`. */
  laneOlderThan(lane: Lane, before: Date, limit: number): Promise<string[]>;
  /** Ids of messages whose time has come, the more urgent first: scheduled ones, and unconfirmed ones that may be sent again. */
  scheduledUntil(tenantId: string, moment: Date, limit: number): Promise<string[]>;
  /** Ids of messages that are held apart from their lanes, the more urgent first; with `until` only those whose time to look again has come. */
  heldApart(tenantId: string, limit: number, until?: Date): Promise<string[]>;
  /** How many messages a box has that are not submitted, counted up to `limit`. */
  loadOf(box: Box, limit: number): Promise<number>;
  /** Ids of messages that a provider was called for or is to be called for again, whose time has come; the longest due first. */
  dueOn(route: ProviderKey, limit: number, before: Date): Promise<string[]>;
  /** Ids of a box's messages whose time to look again has come; with no `before` all of them. */
  dueWith(box: Box, limit: number, before?: Date): Promise<string[]>;
}

/** Hints that are kept for whoever has a lease: what more there is, the look at the lane finds. Each try reads or writes them all. */
export const HINTS_KEPT = 100;

export interface Lease {
  readonly owner: string;
  readonly from: Date;
  readonly until: Date;
  /** ids of messages just accepted, which the index may not show yet */
  readonly hints: readonly string[];
}

export interface Boxes {
  list(tenantId: string): Promise<Box[]>;
  find(tenantId: string, boxId: string): Promise<Box | undefined>;
  /** Stores `next`, with its version raised, if the box is still at the version of `known`. */
  change(known: Box, next: Box): Promise<boolean>;
  /** One refill a box at a time. `busy`: another one runs, has been left the hints, 100 of them at most, and will look once more before it ends. */
  lease(box: Box, lease: Lease): Promise<'leased' | 'busy'>;
  /** The hints that were left meanwhile: the lease stays, look once more. Undefined when there were none and it is released. */
  release(box: Box, lease: Lease): Promise<readonly string[] | undefined>;
}

/** What holds for all messages of an agency, asked again whenever some of them leave their lane. */
export interface SendingRules {
  find(tenantId: string): Promise<RulesNow>;
}

export interface RulesNow {
  /** by the operator's switch: nothing leaves its lane */
  readonly isStopped: boolean;
  readonly quietHours?: QuietHours;
}

/** Hears of what went wrong with one thing while the others go on; it raises alarms. */
export type Trouble = (
  what: TroubleName,
  where: {
    readonly tenantId: string;
    readonly boxId?: string;
    readonly messageId?: string;
    readonly modem?: string;
    readonly provider?: ProviderName;
  },
  error?: unknown,
) => void;

/** Hurries the dispatcher along; a job that gets lost costs time, nothing else. */
export interface Hurry {
  /** @param delay milliseconds, 15 minutes at most, after which they are looked at */
  push(jobs: readonly Job[], delay?: number): Promise<void>;
}

export interface Downlinks {
  send(box: Pick<Box, 'tenantId' | 'boxId'>, message: Downlink): Promise<void>;
}

/** One-time codes for texts; made anew each time, stored nowhere. */
export interface MessageCodes {
  make(tenantId: string, codeOf: string): Promise<string>;
}

export interface PhoneNumbers {
  /**
   * E.164 of a number that can receive SMS; national numbers are read by the country (ISO 3166-1 alpha-2).
   * @param prefixes that decide in place of the numbering plan, if there are any
   */
  mobile(
    input: string,
    country: string,
    prefixes: readonly string[],
  ): { number: string } | { problem: 'number-invalid' | 'number-not-mobile' };
  /** E.164 of any number that can exist, a landline too; undefined for what is none, as a name or a short number. */
  international(input: string, country: string): string | undefined;
}
