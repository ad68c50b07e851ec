/** What an agency pays for a credit from a day on. */
export interface Tariff {
  /** money, as a decimal: `0.085` */
  readonly amount: string;
  /** ISO 4217 */
  readonly currency: string;
  /** `2026-11-22` */
  readonly validFrom: string;
  /** ISO 8601 */
  readonly setAt: string;
  /** id of the operator */
  readonly setBy: string;
}

/** The one that counts on a day: the newest that has begun. */
export const tariffOn = (tariffs: readonly Tariff[], day: string): Tariff | undefined =>
  tariffs.filter(({ validFrom }) => validFrom <= day).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
