/** Where an agency is when nothing else is set, by its country. */
export const ZONE_OF_COUNTRY = {
  NL: 'Europe/Amsterdam',
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  PL: 'Europe/Warsaw',
} as const;

/** Whether the runtime's own tables (ICU) know a zone of the IANA database by this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
