import '../../ui/list.css';
import './threads.css';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { Page } from '../../ui/page.tsx';
import { ThreadList } from './thread-list.tsx';

/** Who has sent SMS to the agency, for who has permission 1669 (B3). */
export function ThreadsPage() {
  const { t } = useTranslation();
  const mayRead = useMay('messages:read');
  return (
    <Page title={t('threads.title')} wide>
      {mayRead ? <ThreadList /> : <Text>{t('messages.notPermitted')}</Text>}
    </Page>
  );
}
