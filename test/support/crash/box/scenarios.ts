import { MESSAGES } from '../messages.ts';
import type { Scenario } from './many-lives.ts';

export const SCENARIOS = {
  // This modem stores its reports; they come when the first look at its memory is over, so that each is read alone.
  'one part': { ...MESSAGES['one part'], modem: { profile: 'generic', reportDelayMs: 100 } },
  // This modem gives its reports directly, and each is acknowledged to it.
  'five parts': { ...MESSAGES['five parts'], modem: { profile: 'simcom' } },
  'overtaken by its revoke': { ...MESSAGES['overtaken by its revoke'], modem: { profile: 'generic' } },
} as const satisfies Readonly<Record<string, Omit<Scenario, 'program'>>>;
