/** Makes ids that sort by the time they were made: `msg_01J…` (a ULID behind the prefix). */
export type NewId = <P extends string>(prefix: P) => `${P}_${string}`;
/** The id of what follows from something that may be told twice: the same each time. `of` names what it follows from. */
export type DerivedId = <P extends string>(prefix: P, at: Date, of: string) => `${P}_${string}`;
