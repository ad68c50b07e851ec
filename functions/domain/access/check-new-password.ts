import { MIN_PASSWORD_CHARACTERS } from '../../../contract/login-data.ts';
import { MAX_PASSWORD_BYTES } from '../../../contract/routes/session.ts';

/** What is wrong with a password that somebody wants to use; nothing when it is good. */
export function checkNewPassword(password: string): string[] {
  const characters = [...password.normalize('NFKC')].length;
  const bytes = new TextEncoder().encode(password).length;
  return [
    ...(characters < MIN_PASSWORD_CHARACTERS ? [`Give at least ${MIN_PASSWORD_CHARACTERS} characters`] : []),
    ...(bytes > MAX_PASSWORD_BYTES ? [`Give at most ${MAX_PASSWORD_BYTES} bytes`] : []),
  ];
}
