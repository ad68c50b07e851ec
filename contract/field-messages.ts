/**
 * What can be wrong with a login name or a password, with the values that the message names. People without a trade of ours read these,
 * so each is in every language (catalogues/field-messages.ts); what systems get wrong is said in English.
 */
export const FIELD_CODES = [
  'login-name-missing',
  'login-name-form',
  'login-name-issued',
  'login-name-prefix',
  'password-missing',
  'password-too-short',
  'password-too-long',
  'password-common',
  'password-pattern',
  'password-context',
  'password-issued',
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];
export type FieldValues = Readonly<Record<string, string | number>>;

export const isFieldCode = (text: string): text is FieldCode => (FIELD_CODES as readonly string[]).includes(text);
