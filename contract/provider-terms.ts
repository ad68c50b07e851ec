import type { ProviderName } from './providers.ts';

/** Where each web provider publishes its terms; an agency that has others links them by its settings (`providerTerms`). */
export const PROVIDER_TERMS: Readonly<Record<ProviderName, string>> = {
  websms: 'https://websms.com',
  smsapi: 'https://www.smsapi.com/en/terms',
};
