import type { Inside } from '../catalogue.ts';
import { home } from './home.ts';
import { sms } from './sms.ts';

export const inside: Inside<'nl'> = { home, sms };
