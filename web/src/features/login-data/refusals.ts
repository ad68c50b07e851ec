import type { TFunction } from 'i18next';
import { ProblemError } from '../../../../contract/client.ts';
import { fieldRefusals } from '../../ui/field-refusals.ts';

const FIELDS = ['loginName', 'password'];

/** What the API refused of chosen login data, at the field that it belongs to; it says so in the language of the page. */
export function refusals(t: TFunction, error: unknown): Record<string, string> {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  if (problem?.code === 'name-taken') return { loginName: t('loginData.nameTaken') };
  return fieldRefusals(error, FIELDS);
}
