import { home } from './home.ts';
import { sms } from './sms.ts';

/** What nobody reads before the log-in. */
export const inside = { home, sms } as const;
