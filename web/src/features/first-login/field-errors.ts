import type { TFunction } from 'i18next';
import { ProblemError } from '../../../../contract/client.ts';

/** What the API refused of the chosen login data, at the field that it belongs to. */
export function fieldErrors(t: TFunction, error: unknown): Record<string, string> {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  if (problem?.code === 'name-taken') return { loginName: t('firstLogin.nameTaken') };
  if (problem?.code !== 'invalid-request') return {};
  const paths = (problem.errors ?? []).map(({ path }) => path);
  return {
    ...(paths.includes('loginName') && { loginName: t('firstLogin.nameRefused') }),
    ...(paths.includes('password') && { password: t('firstLogin.passwordRefused') }),
  };
}
