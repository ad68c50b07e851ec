import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { LoginDataForm } from '../login-data/login-data-form.tsx';
import { useSecretOfLink } from './use-secret-of-link.ts';

/** Where the link of an invitation leads. Opening it asks nothing of the API; only keeping login data uses the link up. */
export function InvitationPage() {
  const { t } = useTranslation();
  const token = useSecretOfLink();
  const look = useMutation({ mutationFn: (secret: string) => api.lookAtInvitation({ body: { token: secret } }) });
  if (token === undefined)
    return (
      <Page title={t('invitation.noLinkTitle')} key="no-link">
        <Text>{t('invitation.noLink')}</Text>
      </Page>
    );
  if (!look.data)
    return (
      <Page title={t('invitation.title')} key="invited">
        <Text>{t('invitation.intro')}</Text>
        {look.error && <ProblemAlert error={look.error} />}
        <Button size="md" loading={look.isPending} onClick={() => look.mutate(token)}>
          {t('invitation.open')}
        </Button>
      </Page>
    );
  const { name, tenant, loginName } = look.data;
  return (
    <Page title={t('invitation.chooseTitle', { name })} key="choose">
      <Text>{t('invitation.chooseIntro', { agency: tenant.name })}</Text>
      <LoginDataForm
        present={loginName}
        submit={t('invitation.submit')}
        keep={(chosen) => api.acceptInvitation({ body: { token, ...chosen } })}
      />
    </Page>
  );
}
