import type { FieldError } from '../../../contract/errors.ts';

/**
 * Login names differ by more than case and by more than how a letter is put together in Unicode. NFC at most triples the
 * bytes, so that 100 characters always fit into a key of DynamoDB (2,048 bytes); NFKC makes up to eighteen of one.
 */
export const loginNameKey = (loginName: string) => loginName.normalize('NFC').toLowerCase();

/** A login name has no spaces (E1-1), and is long enough to be told from others. */
const OWN_LOGIN_NAME = /^\S{3,100}$/;

/** What is wrong with a login name that somebody wants to use; nothing when it is good. */
export const checkOwnLoginName = (loginName: string): FieldError[] =>
  OWN_LOGIN_NAME.test(loginName) ? [] : [{ path: 'loginName', message: 'Give 3 to 100 characters, without spaces' }];
