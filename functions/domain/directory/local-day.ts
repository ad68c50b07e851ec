import type { Country } from './model.ts';

/** An agency's days begin and end where it is. */
const TIME_ZONES: Readonly<Record<Country, string>> = {
  NL: 'Europe/Amsterdam',
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  PL: 'Europe/Warsaw',
};

/** The day that it is for an agency at a moment: `2026-11-22`. */
export function localDay(country: Country, moment: Date): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: TIME_ZONES[country],
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}
