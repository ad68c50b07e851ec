import { after, DAY } from '../../domain/shared/clock.ts';
import { epochSeconds } from './epoch-seconds.ts';

/** How long a message, sent or received, can be looked up (G7: 13 months). */
const RETENTION = 396 * DAY;

/** For the table's TTL: when a message of this moment goes. */
export function goesAtSeconds(moment: Date): number {
  return epochSeconds(after(moment, RETENTION));
}
