import { useTranslation } from 'react-i18next';

/** Moments by the reader's clock, as the reader's language writes them. */
export function useMoments() {
  const { i18n } = useTranslation();
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(i18n.language, options);
    return (iso: string) => formatter.format(new Date(iso));
  };
  return {
    moment: format({ dateStyle: 'medium', timeStyle: 'short' }),
    toTheSecond: format({ dateStyle: 'medium', timeStyle: 'medium' }),
    /** a day of somewhere else: `2026-11-22` */
    day: format({ dateStyle: 'medium', timeZone: 'UTC' }),
    /** `2026-11` */
    month: format({ month: 'long', year: 'numeric', timeZone: 'UTC' }),
  };
}
