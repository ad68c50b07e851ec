import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { SendSms } from './send-sms.tsx';

/** What the menu item "SMS senden" opens (E4-15): nothing but the control. Who may not send is told why. */
export function SendSmsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('sms.title')}>
      <SendSms untitled />
    </Page>
  );
}
