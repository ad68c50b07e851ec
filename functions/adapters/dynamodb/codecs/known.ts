/** What was read without the fields that are not there: no item holds an undefined one. */
export type Known<T> = { [K in keyof T]: Exclude<T[K], undefined> };
export const known = <T extends object>(read: T) => read as Known<T>;
