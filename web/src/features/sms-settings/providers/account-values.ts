import { sayReason } from '../../../../../contract/catalogues/provider-reasons.ts';
import { ProblemError } from '../../../../../contract/client.ts';
import type { ProviderName } from '../../../../../contract/providers.ts';
import type { Language } from '../../../texts/catalogue.ts';
import { fieldRefusals } from '../../../ui/field-refusals.ts';

/** An account as it is typed in. What is kept of its credentials is never shown again: they are always typed anew. */
export interface AccountValues extends Record<string, unknown> {
  readonly kind: 'token' | 'password';
  readonly token: string;
  readonly username: string;
  readonly password: string;
  readonly house: 'pl' | 'com';
  readonly perSecond: string;
}

export const accountValuesOf = (account: Known | undefined): AccountValues => ({
  ...{ kind: 'token', token: '', username: '', password: '' },
  house: account?.house ?? 'com',
  perSecond: String(account?.perSecond ?? ''),
});

interface Known {
  readonly house?: 'pl' | 'com' | undefined;
  readonly perSecond: number;
}

/** The same as the API asks for it. */
export function accountOf(provider: ProviderName, values: AccountValues) {
  const { kind, token, username, password, house, perSecond } = values;
  return {
    credentials: kind === 'token' ? { token } : { username, password },
    ...(provider === 'smsapi' && { house }),
    ...(perSecond.trim() && { perSecond: Number(perSecond) }),
  };
}

const PATHS = ['credentials.token', 'credentials.username', 'credentials.password', 'house', 'perSecond'];

/** What of an answer belongs to a field; what the provider itself refused is about its credentials. */
export function accountRefusals(error: unknown, { kind }: AccountValues, language: Language): Record<string, string> {
  const [reason] = reasonsOf(error, language);
  if (reason !== undefined) return { [kind]: reason };
  const { credentials, ...known } = fieldRefusals(error, ['credentials', ...PATHS]);
  const byField = Object.entries(known).map(([path, said]) => [path.replace('credentials.', ''), said]);
  return { ...(credentials !== undefined && { [kind]: credentials }), ...Object.fromEntries(byField) };
}

/** Why a provider refused an account, or what stands against a change of it. */
export function reasonsOf(error: unknown, language: Language): string[] {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const isOurs = problem?.code === 'provider-account-refused' || problem?.code === 'still-in-use';
  return isOurs ? (problem.errors ?? []).map(({ message }) => sayReason(language, message)) : [];
}
