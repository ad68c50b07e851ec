export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What of the second is not as in the first. */
export function changesTo<S>(before: Partial<S>, after: Partial<S>): Partial<S> {
  const names = Object.keys(after) as (keyof S)[];
  return Object.fromEntries(
    names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]),
  ) as Partial<S>;
}
