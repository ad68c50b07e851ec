/** The states of a message; what each means stands at `messageState` in routes/messaging.ts. */
export const MESSAGE_STATES = [
  'accepted',
  'handed-over',
  'submitted',
  'delivered',
  'undelivered',
  'unconfirmed',
  'failed',
  'expired',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
