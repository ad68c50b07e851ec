import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { personOf, sessionQuery } from '../../api/session.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { OwnPasskeys } from '../passkeys/own-passkeys.tsx';
import { ConnectApp, type NewApp } from '../second-factor/connect-app.tsx';
import { OwnSecondFactor } from '../second-factor/own-second-factor.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { SendSms } from '../sms/send-sms.tsx';
import { SessionList } from './session-list.tsx';

const route = getRouteApi('/');

export function HomePage() {
  const { t } = useTranslation();
  const { session } = route.useRouteContext();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const { name, loginName } = personOf(session);
  const logOut = useMutation({
    mutationFn: () => api.logOut(),
    onSuccess: async () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: '/login', search: { why: 'out' } });
    },
  });
  const [codes, setCodes] = useState<readonly string[]>();
  const [app, setApp] = useState<NewApp>();
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />;
  if (app)
    return (
      <ConnectApp
        app={app}
        onConfirmed={({ recoveryCodes }) => {
          setApp(undefined);
          setCodes(recoveryCodes);
        }}
      />
    );
  return (
    <Page title={t('home.title', { name })}>
      <Text>{t('home.loggedInAs', { agency: session.tenant.name, loginName })}</Text>
      {logOut.error && <ProblemAlert error={logOut.error} />}
      <Button size="md" variant="default" loading={logOut.isPending} onClick={() => logOut.mutate()}>
        {t('home.logOut')}
      </Button>
      {session.employee && <SendSms />}
      <OwnSecondFactor onNewApp={setApp} onRecoveryCodes={setCodes} />
      <OwnPasskeys onRecoveryCodes={setCodes} />
      <SessionList />
    </Page>
  );
}
