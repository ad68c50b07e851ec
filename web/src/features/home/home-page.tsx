import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personOf } from '../../api/session.ts';
import { Page } from '../../ui/page.tsx';
import { OwnPasskeys } from '../passkeys/own-passkeys.tsx';
import { ConnectApp, type NewApp } from '../second-factor/connect-app.tsx';
import { OwnSecondFactor } from '../second-factor/own-second-factor.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { SendSms } from '../sms/send-sms.tsx';
import { LogOut } from './log-out.tsx';
import { SessionList } from './session-list.tsx';

const route = getRouteApi('/inside/');

export function HomePage() {
  const { t } = useTranslation();
  const { session } = route.useRouteContext();
  const { name, loginName } = personOf(session);
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
      {!session.employee && <LogOut size="md" />}
      {session.employee && <SendSms />}
      <OwnSecondFactor onNewApp={setApp} onRecoveryCodes={setCodes} />
      <OwnPasskeys onRecoveryCodes={setCodes} />
      <SessionList />
    </Page>
  );
}
