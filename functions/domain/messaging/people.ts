/** What employees and API tokens are called; one that is gone is not in it. */
export interface Names {
  of(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export type NameOf = (id: string) => string | undefined;

const PERSON = /\b(?:emp|tok)_[0-9A-HJKMNP-TV-Z]{26}\b/;

/** The id of whoever is named there. */
export const personIn = (said: string): string | undefined => PERSON.exec(said)?.[0];

/** Each of them once. */
export const peopleIn = (said: readonly (string | undefined)[]): string[] => [
  ...new Set(said.flatMap((one) => personIn(one ?? '') ?? [])),
];

/** With a name in place of the id, where there is one. */
export const withName = (said: string, nameOf: NameOf): string => said.replace(PERSON, (id) => nameOf(id) ?? id);
