import '../../ui/list.css';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import { OptOutList } from './opt-out-list.tsx';

/** Who wants no SMS, since when and why; also who has said so to staff (B3). */
export function OptOutsPage() {
  const { t } = useTranslation();
  const mayRead = useMay('messages:read');
  return (
    <Page title={t('optOuts.title')} wide>
      <TextLink to="/threads">{t('threads.back')}</TextLink>
      {!mayRead && <Text>{t('messages.notPermitted')}</Text>}
      {mayRead && <OptOutList />}
    </Page>
  );
}
