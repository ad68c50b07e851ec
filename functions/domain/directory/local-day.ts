import { ZONE_OF_COUNTRY } from '../../../contract/time-zones.ts';
import type { Country } from './model.ts';

/** The day that it is for an agency at a moment: `2026-11-22`. Its days begin and end where it is. */
export function localDay(country: Country, moment: Date): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: ZONE_OF_COUNTRY[country],
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}
