import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProviderName } from '../../../../../contract/providers.ts';
import { api } from '../../../api/client.ts';
import { useAmounts } from '../../../ui/use-amounts.ts';
import { RefusedAccount } from './refused-account.tsx';

/** Asks the provider what is left on the account. */
export function ProviderBalance({ provider }: { readonly provider: ProviderName }) {
  const { t } = useTranslation();
  const { amount } = useAmounts();
  const ask = useMutation({ mutationFn: () => api.getProviderBalance({ params: { provider } }) });
  const { balance } = ask.data ?? {};
  return (
    <>
      <Button size="md" variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('providers.askBalance')}
      </Button>
      <Text role="status">
        {ask.data &&
          (balance === undefined ? t('providers.noBalance') : t('providers.balance', { balance: amount(balance) }))}
      </Text>
      {ask.error && <RefusedAccount error={ask.error} />}
    </>
  );
}
