/** Names of the fields that differ. A field that is undefined is one that is absent. */
export function changedFields<F extends object>(before: F, after: F): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof F & string>;
  return [...names].filter((name) => canonical(before[name]) !== canonical(after[name])).sort();
}

/** The order of the fields of an object makes no difference, that of a list does. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
