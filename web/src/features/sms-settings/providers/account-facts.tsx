import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../api/employees.ts';
import { useMoments } from '../../../ui/use-moments.ts';
import type { Account } from './queries.ts';

/** What is known of an account; its credentials but by their end. */
export function AccountFacts({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const name = useNameOf()(account.changedBy);
  const facts = [
    [t('providers.credentials'), account.credentials],
    account.house && [t('providers.house'), t(`providers.houses.${account.house}`)],
    [t('providers.perSecond'), account.perSecond],
    [t('providers.callbackAddress'), account.callbackAddress],
    account.earlierAddressUntil && [t('providers.earlierAddress'), moment(account.earlierAddressUntil)],
    [
      t('providers.changed'),
      [moment(account.changedAt), name !== undefined && t('messages.byWhom', { name })].filter(Boolean).join(' '),
    ],
  ].filter((fact) => typeof fact === 'object');
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div className="fact" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
