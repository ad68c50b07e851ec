import { TEXTS } from '../texts.ts';
import type { Scenario } from './many-lives.ts';

export const SCENARIOS = {
  // This modem stores its reports; they come when the first look at its memory is over, so that each is read alone.
  'one part': { text: TEXTS['one part'], modem: { profile: 'generic', reportDelayMs: 100 } },
  // This modem gives its reports directly, and each is acknowledged to it.
  'five parts': { text: TEXTS['five parts'], modem: { profile: 'simcom' } },
} as const satisfies Readonly<Record<string, Omit<Scenario, 'program'>>>;
