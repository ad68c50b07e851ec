import type { TFunction } from 'i18next';
import { PROVIDER_TITLES } from '../../../../contract/catalogues/provider-reasons.ts';
import { isProvider, type SendingRoute } from '../../../../contract/providers.ts';

/** What a way of sending is called. */
export const routeName = (t: TFunction, route: SendingRoute): string =>
  isProvider(route) ? PROVIDER_TITLES[route] : t('messages.byModem');
