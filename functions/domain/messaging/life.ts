import type { MessageState, TimelineEvent } from '../../../contract/message-states.ts';

/** Which states may follow a state. A message only moves forward; whatever is not here comes too late and changes nothing. */
const NEXT: Readonly<Record<MessageState, readonly MessageState[]>> = {
  scheduled: ['accepted', 'cancelled'],
  // A report may prove an attempt that the provider had seemed to refuse.
  accepted: [
    ...['handed-over', 'calling', 'failed', 'expired', 'cancelled'],
    ...['submitted', 'delivered', 'undelivered'],
  ] as MessageState[],
  'handed-over': ['submitted', 'delivered', 'undelivered', 'unconfirmed', 'failed', 'expired', 'cancelled'],
  calling: ['submitted', 'delivered', 'undelivered', 'unconfirmed', 'failed'],
  unconfirmed: ['submitted', 'delivered', 'undelivered'],
  submitted: ['delivered', 'undelivered'],
  delivered: [],
  undelivered: [],
  failed: [],
  expired: [],
  cancelled: [],
};

export function mayFollow(from: MessageState, to: MessageState): boolean {
  return NEXT[from].includes(to);
}

/** The order in which an attempt goes through what the timeline shows, whatever clocks and queues made of it. */
const PLACE: Readonly<Record<TimelineEvent, number>> = {
  scheduled: 0,
  accepted: 0,
  held: 0,
  'handed-over': 1,
  calling: 1,
  received: 2,
  'cancel-requested': 2,
  unconfirmed: 3,
  submitted: 4,
  delivered: 5,
  undelivered: 5,
  failed: 5,
  expired: 5,
  cancelled: 5,
};

export function inOrder<E extends { readonly event: TimelineEvent }>(timeline: readonly E[]): E[] {
  return attemptsIn(timeline).flatMap((attempt) => attempt.toSorted((a, b) => PLACE[a.event] - PLACE[b.event]));
}

/** Whether its newest attempt has come so far. */
export function hasPassed(timeline: readonly { readonly event: TimelineEvent }[], passed: TimelineEvent): boolean {
  const newest = attemptsIn(timeline).at(-1) ?? [];
  return newest.some(({ event }) => event === passed);
}

/** A message that comes back into its lane begins anew: it is accepted once more. */
function attemptsIn<E extends { readonly event: TimelineEvent }>(timeline: readonly E[]): E[][] {
  const attempts: E[][] = [];
  for (const entry of timeline) {
    if (entry.event === 'accepted' || attempts.length === 0) attempts.push([]);
    attempts.at(-1)?.push(entry);
  }
  return attempts;
}

/** Where the credits of a message are while it is in a state. `available` means that they came back. */
export type Purse = 'reserved' | 'consumed' | 'available';
const PURSE: Readonly<Record<MessageState, Purse>> = {
  scheduled: 'reserved',
  accepted: 'reserved',
  'handed-over': 'reserved',
  calling: 'reserved',
  unconfirmed: 'reserved',
  submitted: 'consumed',
  delivered: 'consumed',
  undelivered: 'consumed',
  failed: 'available',
  expired: 'available',
  cancelled: 'available',
};

export function purseOf(state: MessageState): Purse {
  return PURSE[state];
}

/** What a message of so many parts costs, in credits. */
export function priceOf(pricePer: 'message' | 'part', parts: number): number {
  return pricePer === 'part' ? parts : 1;
}

/** What a message costs once this many of its parts have gone: where each part has its price, those that did not go cost nothing. */
export function costOf(
  { credits, parts, pricePer }: { credits: number; parts: number; pricePer: 'message' | 'part' },
  partsSubmitted: number = parts,
): number {
  return pricePer === 'part' ? Math.min(credits, partsSubmitted) : credits;
}

/** Networks tell whole seconds by their own clock: a delivery would seem to come before its sending. */
export function notBefore({ timeline }: { readonly timeline: readonly { readonly at: string }[] }, at: Date): Date {
  return timeline.map((entry) => new Date(entry.at)).reduce((latest, one) => (one > latest ? one : latest), at);
}
