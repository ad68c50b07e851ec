import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../api/employees.ts';
import { Facts } from '../../../ui/facts.tsx';
import { useMoments } from '../../../ui/use-moments.ts';
import type { Account } from './queries.ts';

/** What is known of an account; its credentials but by their end. */
export function AccountFacts({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const name = useNameOf()(account.changedBy);
  return (
    <Facts
      facts={[
        [t('providers.credentials'), account.credentials],
        account.house !== undefined && [t('providers.house'), t(`providers.houses.${account.house}`)],
        [t('providers.perSecond'), account.perSecond],
        [t('providers.callbackAddress'), account.callbackAddress],
        account.earlierAddressUntil !== undefined && [
          t('providers.earlierAddress'),
          moment(account.earlierAddressUntil),
        ],
        [
          t('providers.changed'),
          [moment(account.changedAt), name !== undefined && t('messages.byWhom', { name })].filter(Boolean).join(' '),
        ],
      ]}
    />
  );
}
