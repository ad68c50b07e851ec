import type { MessageState, TimelineEvent } from '../../../contract/message-states.ts';
import { PRIORITIES, type Priority } from '../../../contract/priorities.ts';
import type { ProviderName, SendingRoute } from '../../../contract/providers.ts';
import type { Alphabet } from '../../../contract/sms-text.ts';

export interface TimelineEntry {
  readonly event: TimelineEvent;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly detail?: string;
}

export interface Message {
  readonly tenantId: string;
  readonly messageId: string;
  readonly state: MessageState;
  /** E.164 */
  readonly to: string;
  readonly text: string;
  readonly alphabet: Alphabet;
  readonly parts: number;
  /** what it costs; less than it reserved once it is known that parts of it did not go */
  readonly credits: number;
  readonly pricePer: 'message' | 'part';
  readonly walletShard: number;
  readonly acceptedAt: string;
  /** not before this; absent: at once. Its age counts from then */
  readonly dueAt?: string;
  /** how often it was given another text while it was scheduled; absent: never */
  readonly rewrites?: number;
  /** absent: normal */
  readonly priority?: Exclude<Priority, 'normal'>;
  /** waits apart from its lane until then, or until nothing holds it any more; ISO 8601 */
  readonly heldUntil?: string;
  /** never sent after this */
  readonly expiresAt: string;
  /** the employee or API token that sent it */
  readonly acceptedBy: string;
  /** what it shows as the name of its sender, as a line of the text or as the sender itself */
  readonly senderName?: string;
  /** whose SIM card is to send it; absent: whichever of the agency's is free */
  readonly sender?: Sender;
  /** the worker, contact, company or employee that it went to */
  readonly recordId?: string;
  readonly templateId?: string;
  /** the batch that it is one of */
  readonly batchId?: string;
  /** what it is sent for; absent: operational */
  readonly category?: 'marketing';
  /** how often it may still be sent again after an attempt of which nobody knows; absent: never, it comes at most once */
  readonly repeatsLeft?: number;
  /** the ways by which it may go, the first one now and the others where that one certainly can't; absent: a modem alone */
  readonly routes?: readonly SendingRoute[];
  /** what a web provider shows as its sender; absent: the account's own */
  readonly fromName?: string;
  /** it was sent, and stands in the file of that record */
  readonly eventRegistered?: true;
  /** the message that it sends once more */
  readonly copyOf?: string;
  /** what its one-time code is made of; the stored text has dots in the code's place */
  readonly codeOf?: string;
  /** the newest attempt; of a message that came back into its lane the one before */
  readonly handover?: Handover;
  /** the newest attempt, where that was with a web provider */
  readonly call?: Call;
  /** what the provider calls it */
  readonly providerId?: string;
  /** wanted back from its box, until that says what became of it */
  readonly withdrawal?: Withdrawal;
  readonly partsSubmitted?: number;
  readonly reason?: string;
  readonly timeline: readonly TimelineEntry[];
}

/** A modem that the sender of a message chose, as its box's configuration names it. */
export interface Sender {
  readonly boxId: string;
  readonly modem: string;
}

/** Where messages wait: those for whichever modem is free, those of one box whose sender is chosen, or those for a web provider. */
export interface Lane {
  readonly tenantId: string;
  readonly boxId?: string;
  readonly provider?: ProviderName;
}

/** What an agency has with one web provider. */
export type ProviderKey = Required<Pick<Lane, 'tenantId' | 'provider'>>;

/** An attempt with a web provider. Attempts are counted over all routes. */
export interface Call {
  readonly attempt: number;
  readonly provider: ProviderName;
  /** when it was first made; ISO 8601 */
  readonly since: string;
  /** how often it was made: more than once only where the provider knows it again by its id */
  readonly looks: number;
}

/** An attempt with a box. Its number goes up with each; only one is ever open. */
export interface Handover {
  readonly attempt: number;
  readonly boxId: string;
  /** the journal it is for: another one (a new disk) never gets it */
  readonly journalId: string;
  /** how often it was published; sets when to look again */
  readonly looks: number;
}

/** The box is asked not to send it any more. If it certainly was not sent, this becomes of it. */
export interface Withdrawal {
  /** `accepted`: back in its lane, for another box */
  readonly to: 'cancelled' | 'accepted';
  /** why it is to go to another box, or not at all */
  readonly reason?: string;
}

/** A message as a list shows it: the text may be cut. */
export type MessageSummary = Omit<Message, 'text'> & { readonly text: string; readonly textComplete: boolean };

export interface Box {
  readonly tenantId: string;
  readonly boxId: string;
  readonly name: string;
  /** the journal that the cloud gives attempts to; absent until the first hello */
  readonly journalId?: string;
  /** raised at each hello; attempts are given only once the box has confirmed it */
  readonly epoch: number;
  readonly confirmedEpoch: number;
  /** of the last hellos that were answered, the newest last: a copy of one may come late */
  readonly hellos: readonly string[];
  /** when the broker had the newest of them; ISO 8601 */
  readonly lastHelloAt?: string;
  readonly quarantined?: string;
  /** given no messages; those it has and has not sent are another box's */
  readonly outOfUse?: OutOfUse;
  /** since when its health says that none of its modems can send; ISO 8601 */
  readonly cannotSendSince?: string;
  /** ISO 8601; it is given nothing more, and its certificate is withdrawn */
  readonly removedAt?: string;
  /** how many messages the box may have that are not yet submitted */
  readonly window: number;
  /** goes up at each change of what is above */
  readonly version: number;
}

export interface OutOfUse {
  /** ISO 8601 */
  readonly since: string;
  readonly reason: string;
  /** who wants it so, until he ends it; absent: its health says it, and ends it */
  readonly by?: string;
}

/** The first of its routes is the one that it waits for or went by. */
export function routeOf({ routes }: Pick<Message, 'routes'>): SendingRoute {
  return routes?.[0] ?? 'modem';
}

/** The number of its newest attempt; 0 before the first. */
export const attemptNumber = ({ handover, call }: Pick<Message, 'handover' | 'call'>) =>
  (handover ?? call)?.attempt ?? 0;

/** From when its age counts. */
export const whenDue = ({ dueAt, acceptedAt }: Pick<Message, 'dueAt' | 'acceptedAt'>) => dueAt ?? acceptedAt;

/** The order in which what waits goes: the more urgent first, then what was due first. */
export function inTurn(one: Message, other: Message): number {
  const [a, b] = [one, other].map((message) => PRIORITIES.indexOf(message.priority ?? 'normal')) as [number, number];
  return a - b || (whenDue(one) < whenDue(other) ? -1 : 1);
}

export const attemptIdOf = (messageId: string, attempt: number) => `${messageId}.${attempt}`;

/** A box takes messages when its newest hello was answered and confirmed, nothing is wrong with its disk, and it is not removed. */
export function takesMessages(box: Box): box is Box & { readonly journalId: string } {
  const { journalId, epoch, confirmedEpoch, quarantined, removedAt } = box;
  const joined = journalId !== undefined && epoch > 0 && confirmedEpoch === epoch;
  return joined && quarantined === undefined && removedAt === undefined;
}

/** A box that is in use is given new messages too. */
export function takesNewMessages(box: Box): box is Box & { readonly journalId: string } {
  return takesMessages(box) && box.outOfUse === undefined;
}
