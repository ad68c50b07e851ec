import type { MessageState } from '../../../contract/message-states.ts';

/** Which states may follow a state. A message only moves forward; whatever is not here comes too late and changes nothing. */
const NEXT: Readonly<Record<MessageState, readonly MessageState[]>> = {
  accepted: ['handed-over', 'expired'],
  'handed-over': ['submitted', 'delivered', 'undelivered', 'unconfirmed', 'failed', 'expired'],
  unconfirmed: ['submitted', 'delivered', 'undelivered'],
  submitted: ['delivered', 'undelivered'],
  delivered: [],
  undelivered: [],
  failed: [],
  expired: [],
};

export function mayFollow(from: MessageState, to: MessageState): boolean {
  return NEXT[from].includes(to);
}

/** The order in which a message goes through what its timeline shows, whatever clocks and queues made of it. */
const ORDER = ['accepted', 'handed-over', 'received', 'unconfirmed', 'submitted'] as const;

export function inOrder<E extends { readonly event: MessageState | 'received' }>(timeline: readonly E[]): E[] {
  const place = ({ event }: E) => {
    const index = (ORDER as readonly string[]).indexOf(event);
    return index < 0 ? ORDER.length : index;
  };
  return timeline.toSorted((a, b) => place(a) - place(b));
}

/** Where the credits of a message are while it is in a state. `available` means that they came back. */
export type Purse = 'reserved' | 'consumed' | 'available';
const PURSE: Readonly<Record<MessageState, Purse>> = {
  accepted: 'reserved',
  'handed-over': 'reserved',
  unconfirmed: 'reserved',
  submitted: 'consumed',
  delivered: 'consumed',
  undelivered: 'consumed',
  failed: 'available',
  expired: 'available',
};

export function purseOf(state: MessageState): Purse {
  return PURSE[state];
}

/** What a message costs once this many of its parts have gone: where each part has its price, those that did not go cost nothing. */
export function costOf(
  { credits, parts, pricePer }: { credits: number; parts: number; pricePer: 'message' | 'part' },
  partsSubmitted: number = parts,
): number {
  return pricePer === 'part' ? Math.min(credits, partsSubmitted) : credits;
}
