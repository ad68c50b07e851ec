import '@mantine/core/styles/Checkbox.css';
import '../../ui/list.css';
import './sms-settings.css';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencySettingsQuery } from '../../api/agency-settings.ts';
import { useMay } from '../../api/use-may.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { messagingSettingsQuery } from './kept-settings.ts';
import { LowBalanceCard } from './low-balance-card.tsx';
import { MessagingCards } from './messaging-cards.tsx';
import { ProvidersSection } from './providers/providers-section.tsx';
import { Standing } from './standing.tsx';

/** How the agency sends SMS, for who may change its settings: each group is a card that is saved by itself. */
export function SmsSettingsPage() {
  const { t } = useTranslation();
  const mayManage = useMay('settings:manage');
  return (
    <Page title={t('smsSettings.title')} wide>
      {mayManage ? <Settings /> : <Text>{t('smsSettings.notPermitted')}</Text>}
    </Page>
  );
}

function Settings() {
  const messaging = useQuery(messagingSettingsQuery);
  const agency = useQuery(agencySettingsQuery);
  const failed = messaging.error ?? agency.error;
  return (
    <>
      {failed && <ProblemAlert error={failed} />}
      {!failed && !(messaging.data && agency.data) && <Loading />}
      {messaging.data && (
        <>
          <Standing settings={messaging.data} />
          <MessagingCards settings={messaging.data} />
        </>
      )}
      {agency.data && <LowBalanceCard settings={agency.data} />}
      <ProvidersSection />
    </>
  );
}
