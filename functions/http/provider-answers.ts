import type * as z from 'zod/mini';
import type { Language } from '../../contract/catalogues/index.ts';
import { sayReason } from '../../contract/catalogues/provider-reasons.ts';
import type { FieldError } from '../../contract/errors.ts';
import { providerDetail } from '../../contract/provider-reasons.ts';
import type { ProviderName, SendingRoute } from '../../contract/providers.ts';
import type { providerAccount, providerAccountBody } from '../../contract/routes/providers.ts';
import type { ShownAccount } from '../domain/messaging/providers/keep-account.ts';
import { DomainError } from '../domain/shared/domain-error.ts';

/** What messages take until somebody decides otherwise. */
export const DEFAULT_ROUTES: readonly SendingRoute[] = ['modem'];

/** As the outside may see it: credentials by their end alone. */
export function accountAnswer(
  { account, callbackToken }: ShownAccount,
  language: Language,
  addressOf: (provider: ProviderName, token: string) => string,
): z.input<typeof providerAccount> {
  const { provider, ending, house, perSecond, pause, earlierCallback, changedAt, changedBy } = account;
  return {
    ...{ provider, perSecond, changedAt, changedBy },
    credentials: `********${ending}`,
    callbackAddress: addressOf(provider, callbackToken),
    ...(house && { house }),
    ...(earlierCallback && { earlierAddressUntil: earlierCallback.until }),
    ...(pause && {
      pause: {
        ...{
          reason: pause.reason,
          since: pause.since,
          inWords: sayReason(language, providerDetail({ provider, ...pause })),
        },
        ...(pause.until !== undefined && { until: pause.until }),
      },
    }),
  };
}

/** What one provider takes and the other does not. @throws DomainError `invalid-request` */
export function checkCredentials(provider: ProviderName, body: z.output<typeof providerAccountBody>): void {
  const errors: FieldError[] = [
    ...(provider === 'smsapi' && !('token' in body.credentials)
      ? [{ path: 'credentials', message: 'SMSAPI takes a token' as const }]
      : []),
    ...(provider !== 'smsapi' && body.house !== undefined
      ? [{ path: 'house', message: 'Only SMSAPI has several houses' as const }]
      : []),
  ];
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });
}
