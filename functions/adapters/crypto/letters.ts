/** Crockford's, which ULIDs are written in */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first bytes as so many letters, of 5 bits each. */
export const inLetters = (bytes: Buffer, many: number): string =>
  Array.from(bytes.subarray(0, many), (byte) => LETTERS[byte % 32]).join('');
