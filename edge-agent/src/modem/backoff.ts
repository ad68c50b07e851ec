const FIRST_MS = 500;
const MOST_MS = 30_000;

/**
 * Milliseconds before the next try: doubling, half of it by chance, so that boxes behind one server do not return at once.
 * @param failures how many tries failed in a row, from 1
 * @param random 0 to 1
 */
export function backoffMs(failures: number, random: number): number {
  const whole = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round((whole * (1 + random)) / 2);
}
