import { DAYS_AHEAD_AT_MOST } from '../../../contract/send-at.ts';
import { after, DAY } from '../../domain/shared/clock.ts';
import { epochSeconds } from './epoch-seconds.ts';

/** How long a message, sent or received, can be looked up (G7: 13 months). */
const RETENTION = 396 * DAY;

/**
 * How long a removed box or account of a provider is remembered: longer than what was to go by it may wait, scheduled and then for its week.
 * Its lane is looked at until then, and what is in it fails or goes by another route.
 */
export const REMOVED_FOR = (DAYS_AHEAD_AT_MOST + 8) * DAY;

/** For the table's TTL: when a message of this moment goes. */
export function goesAtSeconds(moment: Date): number {
  return epochSeconds(after(moment, RETENTION));
}
