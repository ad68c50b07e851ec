import { MAX_PASSWORD_BYTES } from '../../../contract/routes/session.ts';

/** NIST SP 800-63B-4 asks for length, and for no mixture of characters. */
export const MIN_PASSWORD_CHARACTERS = 12;

/** What is wrong with a password that somebody wants to use; nothing when it is good. */
export function checkNewPassword(password: string): string[] {
  const characters = [...password.normalize('NFKC')].length;
  const bytes = new TextEncoder().encode(password).length;
  return [
    ...(characters < MIN_PASSWORD_CHARACTERS ? [`Give at least ${MIN_PASSWORD_CHARACTERS} characters`] : []),
    ...(bytes > MAX_PASSWORD_BYTES ? [`Give at most ${MAX_PASSWORD_BYTES} bytes`] : []),
  ];
}
