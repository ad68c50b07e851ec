import type { Message } from '../model.ts';
import type { DepartureCheck } from './model.ts';

export const isTooOld = ({ expiresAt }: Pick<Message, 'expiresAt'>, now: Date) => expiresAt <= now.toISOString();

/** E4-8: what was due more than a week ago is never sent, wherever it waits; nor a code that has run out. */
export const tooOld: DepartureCheck = ({ message, now }) => (isTooOld(message, now) ? { to: 'expired' } : undefined);
