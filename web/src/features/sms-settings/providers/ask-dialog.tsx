import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PROVIDER_TITLES } from '../../../../../contract/catalogues/provider-reasons.ts';
import type { ProviderName } from '../../../../../contract/providers.ts';
import { api } from '../../../api/client.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useOnceKey } from '../../sms/once-key.ts';
import { accountsQuery } from './queries.ts';
import { RefusedAccount } from './refused-account.tsx';

interface AskDialogProps {
  readonly provider: ProviderName;
  readonly what: 'remove' | 'renew';
  readonly onClose: () => void;
}

/** Before an account is forgotten, or the provider is to be told another address. */
export function AskDialog({ provider, what, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const once = useOnceKey();
  const params = { provider };
  const act = useMutation({
    mutationFn: async () => {
      if (what === 'remove') await api.removeProviderAccount({ params });
      else await api.renewCallbackAddress({ params, idempotencyKey: once.keyFor(params) });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries(accountsQuery());
      onClose();
    },
  });
  const words = { provider: PROVIDER_TITLES[provider] };
  return (
    <Dialog
      title={t(`providers.asked.${what}`, words)}
      onClose={onClose}
      buttons={
        <>
          <Button size="md" loading={act.isPending} onClick={() => act.mutate()}>
            {what === 'remove' ? t('providers.remove', words) : t('providers.renew')}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {t('providers.keep')}
          </Button>
        </>
      }
    >
      <Text>{t(`providers.follows.${what}`)}</Text>
      {act.error && <RefusedAccount error={act.error} />}
    </Dialog>
  );
}
