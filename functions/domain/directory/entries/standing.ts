import type { EntryKind } from './model.ts';
import type { Standing } from './ports.ts';

/** How an entry with these fields stands in lists. */
export function standingOf<F>(kind: EntryKind<F>, fields: F): Standing {
  return {
    places: kind.places(fields),
    words: kind.words(fields),
    searchedIn: kind.searchedIn(fields),
    references: [...new Set(kind.references(fields).map(({ id }) => id))],
  };
}
