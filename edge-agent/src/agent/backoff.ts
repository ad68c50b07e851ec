/** Milliseconds to wait, or tries to make, after the nth failure (1 is the first): doubles from `first` up to `longest`. */
export function backoff(failures: number, { first, longest }: { first: number; longest: number }): number {
  return Math.min(first * 2 ** (failures - 1), longest);
}
