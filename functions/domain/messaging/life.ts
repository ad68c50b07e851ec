import type { MessageState } from '../../../contract/routes/messaging.ts';

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
