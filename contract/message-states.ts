/** The states of a message; what each means stands at `messageState` in routes/messaging.ts. */
export const MESSAGE_STATES = [
  'scheduled',
  'accepted',
  'handed-over',
  'calling',
  'submitted',
  'delivered',
  'undelivered',
  'unconfirmed',
  'failed',
  'expired',
  'cancelled',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Those that say what has come of a message; in the others it waits, or is on its way. */
export const OUTCOMES = [
  'submitted',
  'delivered',
  'undelivered',
  'unconfirmed',
  'failed',
  'expired',
  'cancelled',
] as const satisfies readonly MessageState[];
export type Outcome = (typeof OUTCOMES)[number];

/** What a timeline shows: each state, and what is no state. */
export const TIMELINE_EVENTS = ['received', 'cancel-requested', 'held', ...MESSAGE_STATES] as const;
export type TimelineEvent = (typeof TIMELINE_EVENTS)[number];
