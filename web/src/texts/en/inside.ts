import { batches } from './batches.ts';
import { home } from './home.ts';
import { messages } from './messages.ts';
import { sms } from './sms.ts';
import { templates } from './templates.ts';
import { threads } from './threads.ts';

/** What nobody reads before the log-in. */
export const inside = { batches, home, messages, sms, templates, threads } as const;
