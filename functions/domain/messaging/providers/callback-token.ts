import type { ProviderName } from '../../../../contract/providers.ts';
import type { Clock } from '../../shared/clock.ts';
import type { ProviderAccounts } from './ports.ts';

const TOKEN = /^hc_(ten_[0-9A-HJKMNP-TV-Z]{26})\.([A-Za-z0-9_-]{43})$/;

/** Begins with the tenant's id, so that the first read already goes to the right one; the secret behind it decides. */
export const callbackToken = (tenantId: string, secret: string) => `hc_${tenantId}.${secret}`;

/** Compares in the same time whatever is given. */
export interface CallbackSecrets {
  matches(secret: string, hash: string): boolean;
}

/** Whose callback it is; undefined for a token that opens nothing, or nothing any more. */
export async function tenantOfCallback(
  {
    accounts,
    secrets,
    clock,
  }: { readonly accounts: Pick<ProviderAccounts, 'find'>; readonly secrets: CallbackSecrets; readonly clock: Clock },
  provider: ProviderName,
  token: string,
): Promise<string | undefined> {
  const [, tenantId, secret] = TOKEN.exec(token) ?? [];
  if (tenantId === undefined || secret === undefined) return undefined;
  const account = await accounts.find({ tenantId, provider });
  if (!account || account.removedAt !== undefined) return undefined;
  const { callback, earlierCallback: earlier } = account;
  const now = secrets.matches(secret, callback.hash);
  const before = earlier !== undefined && secrets.matches(secret, earlier.hash);
  return now || (before && earlier.until > clock.now().toISOString()) ? tenantId : undefined;
}
