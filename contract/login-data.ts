/** What login data have to be; the API checks it, and pages say it beforehand. */

/** Characters. NIST SP 800-63B-4 asks for length, and for no mixture of characters. */
export const MIN_PASSWORD_CHARACTERS = 12;

/** Characters of a login name that somebody chooses; long enough to be told from others. */
export const LOGIN_NAME_LENGTH = { least: 3, most: 100 } as const;
