import type { Inside } from '../catalogue.ts';
import { batches } from './batches.ts';
import { credits } from './credits.ts';
import { home } from './home.ts';
import { messages } from './messages.ts';
import { mobilePrefixes } from './mobile-prefixes.ts';
import { optOuts } from './opt-outs.ts';
import { providers } from './providers.ts';
import { selections } from './selections.ts';
import { sms } from './sms.ts';
import { smsSettings } from './sms-settings.ts';
import { templates } from './templates.ts';
import { threads } from './threads.ts';
import { webhooks } from './webhooks.ts';

export const inside: Inside<'nl'> = {
  batches,
  credits,
  home,
  messages,
  mobilePrefixes,
  optOuts,
  providers,
  selections,
  sms,
  smsSettings,
  templates,
  threads,
  webhooks,
};
