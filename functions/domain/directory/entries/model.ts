/** What the directory keeps of anything: workers, companies, contacts, placements, branches. */
export interface Entry<F> {
  readonly tenantId: string;
  /** `wrk_…`, `com_…` */
  readonly id: string;
  /** 1 at first; goes up with each change */
  readonly version: number;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly changedAt: string;
  /** the employee or API token */
  readonly changedBy: string;
  readonly fields: F;
}

/** Where an entry stands in a list. Lists are read in the order of `sort`. */
export interface Place {
  readonly list: string;
  readonly sort: string;
  /** ISO 8601, a day: some days after it the entry may leave this list by itself; absent: it stays */
  readonly lastDay?: string | undefined;
}

/** Something that an entry names by its id, and that has to exist. */
export interface Reference {
  readonly id: string;
  /** the field that names it */
  readonly path: string;
}

/** What tells one kind of entry from another. */
export interface EntryKind<F, P extends string = string> {
  /** of its ids */
  readonly prefix: P;
  /** the lists it stands in */
  places(fields: F): readonly Place[];
  /** the words it is found by in its main list; none for what has no name */
  words(fields: F): readonly string[];
  /** the list that is searched; entries of one owner have one of their own */
  searchedIn(fields: F): string;
  references(fields: F): readonly Reference[];
}

/** Who changes something, and by which request. */
export interface Actor {
  readonly tenantId: string;
  /** `emp_…` or `tok_…` */
  readonly id: string;
  readonly requestId: string;
  /** the client's */
  readonly address: string;
}
