const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/** The month that the address asks for; what is no month asks for the present one. */
export function readMonth(words: string): string | undefined {
  return MONTH.test(words) ? words : undefined;
}

/** Some months after this one, or before it: `2026-11`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
