import type { Inside } from '../catalogue.ts';
import { batches } from './batches.ts';
import { home } from './home.ts';
import { messages } from './messages.ts';
import { sms } from './sms.ts';
import { templates } from './templates.ts';
import { threads } from './threads.ts';

export const inside: Inside<'pl'> = { batches, home, messages, sms, templates, threads };
