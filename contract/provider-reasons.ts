import { PROVIDERS, type ProviderName } from './providers.ts';

/** Why a web provider did not take a message, or why nobody knows; said in words by catalogues/provider-reasons.ts. */
export const PROVIDER_REASONS = [
  'recipient-refused',
  'recipient-not-allowed',
  'recipient-blocked',
  'recipient-opted-out',
  'recipient-throttled',
  'sender-refused',
  'text-refused',
  'too-many-parts',
  'links-refused',
  'template-refused',
  'country-refused',
  'category-refused',
  'validity-refused',
  'quality-refused',
  'spam-refused',
  'callback-refused',
  'request-refused',
  'credentials-refused',
  'no-balance',
  'limit-reached',
  'address-not-allowed',
  'account-refused',
  'access-refused',
  'sms-disabled',
  'throttled',
  'provider-unavailable',
  'provider-error',
  'out-of-reach',
  'answer-missing',
  'answer-unreadable',
  'status-unknown',
  'account-removed',
  'route-paused',
  'no-box',
  'not-delivered',
] as const;
export type ProviderReason = (typeof PROVIDER_REASONS)[number];

/** A reason with what the provider said, as it is stored with a message: `smsapi 13 recipient-refused`. */
export interface SaidByProvider {
  readonly provider: ProviderName;
  /** the provider's own code, or `-` where it gave none */
  readonly code: string;
  readonly reason: ProviderReason;
}

export const providerDetail = ({ provider, code, reason }: SaidByProvider) => `${provider} ${code} ${reason}`;

const DETAIL = new RegExp(`^(${PROVIDERS.join('|')}) (\\S+) (${PROVIDER_REASONS.join('|')})$`);

/** Undefined for a text that did not come from a provider. */
export function readProviderDetail(detail: string): SaidByProvider | undefined {
  const [, provider, code, reason] = DETAIL.exec(detail) ?? [];
  if (provider === undefined || code === undefined || reason === undefined) return undefined;
  return { provider: provider as ProviderName, code, reason: reason as ProviderReason };
}
