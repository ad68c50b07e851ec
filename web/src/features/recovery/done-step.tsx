import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';

export function DoneStep() {
  const { t } = useTranslation();
  return (
    <Page title={t('recovery.doneTitle')} key="done">
      <Text>{t('recovery.doneIntro')}</Text>
      <ButtonLink to="/login" size="md">
        {t('recovery.toLogin')}
      </ButtonLink>
    </Page>
  );
}
