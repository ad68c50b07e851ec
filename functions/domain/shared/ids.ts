/** Makes ids that sort by the time they were made: `msg_01J…` (a ULID behind the prefix). */
export type NewId = <P extends string>(prefix: P) => `${P}_${string}`;
