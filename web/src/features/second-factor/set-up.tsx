import { Button, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { needsConfirmation, type Session } from '../../api/session.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { AddPasskey } from '../passkeys/add-passkey.tsx';
import { ConfirmPassword } from '../passkeys/confirm-password.tsx';
import { canUsePasskeys } from '../passkeys/web-authn.ts';
import { ConnectApp } from './connect-app.tsx';

interface SetUpProps {
  readonly onConfirmed: (session: Session, recoveryCodes: readonly string[] | undefined) => void;
}

export function SetUp({ onConfirmed }: SetUpProps) {
  const { t } = useTranslation();
  const goOn = ({ recoveryCodes, ...session }: Awaited<ReturnType<typeof api.confirmTotp>>) =>
    onConfirmed(session, recoveryCodes);
  const begin = useMutation({ mutationFn: () => api.beginTotp() });
  if (needsConfirmation(begin.error))
    return (
      <Page title={t('secondFactor.setUpTitle')} key="set-up">
        <ConfirmPassword onConfirmed={() => begin.mutate()} />
      </Page>
    );
  if (!begin.data)
    return (
      <Page title={t('secondFactor.setUpTitle')} key="set-up">
        <Text>{t('secondFactor.setUpIntro')}</Text>
        {begin.error && <ProblemAlert error={begin.error} />}
        <Button size="md" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('secondFactor.begin')}
        </Button>
        {canUsePasskeys() && (
          <>
            <Title order={2} size="h3">
              {t('passkeys.orTitle')}
            </Title>
            <Text>{t('passkeys.intro')}</Text>
            <AddPasskey onAdded={goOn} />
          </>
        )}
      </Page>
    );
  return <ConnectApp app={begin.data} onConfirmed={goOn} />;
}
