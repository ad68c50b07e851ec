/** What the message list can be filtered by. Apart from the rest: the router needs no more before the page is opened. */
const NAMES = ['state', 'event', 'to', 'by', 'route', 'template', 'batch', 'from', 'until', 'text'] as const;
export type FilterName = (typeof NAMES)[number];
/** As they stand in an address, which anybody may have typed. */
export type FilterWords = { readonly [N in FilterName]?: string };

export const filterWords = (search: Readonly<Record<string, unknown>>): FilterWords => wordsIn(search, NAMES);

/** What an address says of these; the router reads `text=2026` as a number. */
export function wordsIn<N extends string>(
  search: Readonly<Record<string, unknown>>,
  names: readonly N[],
): { readonly [K in N]?: string } {
  const given = names.map((name) => [name, wordsOf(search[name])]);
  return Object.fromEntries(given.filter(([, words]) => words !== ''));
}

export const wordsOf = (given: unknown): string =>
  typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
