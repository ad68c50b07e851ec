import { quietHours } from '../../contract/quiet-hours.ts';
import type { QuietHours } from '../../functions/domain/messaging/departure/quiet-hours.ts';

/** As an agency sets them, with what is taken where nothing is said. */
export function quietHoursOf(setting: object, timeZone = 'Europe/Amsterdam'): QuietHours {
  return { ...quietHours.parse(setting), timeZone };
}

export const NIGHTS = { windows: [{ from: '21:00', until: '08:00' }] };
