import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROVIDER_TITLES } from '../../../../../contract/catalogues/provider-reasons.ts';
import type { ProviderName } from '../../../../../contract/providers.ts';
import { Card } from '../card.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountForm } from './account-form.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { PausedRoute } from './paused-route.tsx';
import { ProviderBalance } from './provider-balance.tsx';
import type { Account } from './queries.ts';

interface ProviderCardProps {
  readonly provider: ProviderName;
  readonly account: Account | undefined;
  readonly isEdited: boolean;
  readonly onEdit: (isEdited: boolean) => void;
}

/** The account with one web provider: how it is, and what can be done about it. */
export function ProviderCard({ provider, account, isEdited, onEdit }: ProviderCardProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'remove' | 'renew'>();
  const title = PROVIDER_TITLES[provider];
  const edit = (
    <Button size="md" variant="default" onClick={() => onEdit(true)}>
      {t(account ? 'providers.replace' : 'providers.setUp', { provider: title })}
    </Button>
  );
  return (
    <Card name={`provider-${provider}`} title={title}>
      {!account && <Text>{t('providers.notSetUp')}</Text>}
      {account?.pause && <PausedRoute provider={provider} pause={account.pause} />}
      {account && <AccountFacts account={account} />}
      {isEdited ? (
        <AccountForm key={account?.changedAt} provider={provider} account={account} onDone={() => onEdit(false)} />
      ) : (
        <Group gap="sm">
          {edit}
          {account && (
            <>
              <ProviderBalance provider={provider} />
              <Button size="md" variant="default" onClick={() => setAsking('renew')}>
                {t('providers.renew')}
              </Button>
              <Button size="md" variant="default" onClick={() => setAsking('remove')}>
                {t('providers.remove', { provider: title })}
              </Button>
            </>
          )}
        </Group>
      )}
      {asking && <AskDialog provider={provider} what={asking} onClose={() => setAsking(undefined)} />}
    </Card>
  );
}
