import type { DepartureCheck } from './model.ts';

/** E4-8: what was due more than a week ago is never sent, wherever it waits; nor a code that has run out. */
export const tooOld: DepartureCheck = ({ message, now }) =>
  message.expiresAt <= now.toISOString() ? { to: 'expired' } : undefined;
