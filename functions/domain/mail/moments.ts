/** Agencies and those they write to are in one time zone; a date in it is what a reader expects. */
const TIME_ZONE = 'Europe/Amsterdam';

/** @param locale BCP 47 */
export function dayIn(locale: string, moment: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: TIME_ZONE }).format(moment);
}

/** @param locale BCP 47 */
export function timeIn(locale: string, moment: Date): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: TIME_ZONE }).format(moment);
}

/** @param locale BCP 47 */
export function momentIn(locale: string, moment: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: TIME_ZONE }).format(moment);
}
