import type { FieldMessage, FieldValues } from '../../../contract/catalogues/field-messages/index.ts';
import type { FieldError } from '../../../contract/errors.ts';
import { MIN_PASSWORD_CHARACTERS } from '../../../contract/login-data.ts';
import { MAX_PASSWORD_BYTES } from '../../../contract/routes/session.ts';
import type { Tenant } from '../directory/model.ts';
import { isMostlyNames, isRowOrRepetition, plain, withoutEnds, withoutLookalikes } from './guessable.ts';

/** Whether a word is on the offline list of passwords that are common or were breached; it knows small letters alone. */
export type IsCommonPassword = (word: string) => boolean;

/** Our own name is a context word too. */
const PRODUCT = 'heraut';

/**
 * What is wrong with a password that somebody wants to use; nothing when it is good. Every way to a password goes through this (A13).
 *
 * @param names around its owner that others know: namesAround
 */
export function checkNewPassword(
  isCommonPassword: IsCommonPassword,
  password: string,
  names: readonly string[],
): FieldError[] {
  const characters = [...password.normalize('NFKC')].length;
  const bytes = new TextEncoder().encode(password).length;
  const fault = (message: FieldMessage, values?: FieldValues): FieldError[] => [
    { path: 'password', message, ...(values && { values }) },
  ];
  if (characters < MIN_PASSWORD_CHARACTERS)
    return fault('Give at least {least} characters', { least: MIN_PASSWORD_CHARACTERS });
  if (bytes > MAX_PASSWORD_BYTES) return fault('Give a shorter password: at most 256 bytes');
  if (isRowOrRepetition(password)) return fault('Choose no row of characters and no repetition');
  if (guessesOf(password).some(isCommonPassword))
    return fault('This password is on the list of common ones; choose another');
  if (isMostlyNames(password, [PRODUCT, ...names]))
    return fault('Do not build it mainly from your name, your login name or the name of the agency');
  return [];
}

/** The agency's names, the person's, and the login names. */
export function namesAround(
  { tenant, name }: { readonly tenant: Pick<Tenant, 'name' | 'slug'>; readonly name: string },
  ...loginNames: readonly string[]
): string[] {
  return [tenant.name, tenant.slug, name, ...loginNames];
}

/** The words of a list that would give this password: itself, and what is left without figures at its ends and without look-alikes. */
function guessesOf(password: string): string[] {
  const whole = plain(password);
  const word = withoutEnds(whole);
  return [whole, word, ...withoutLookalikes(word)];
}
