import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import type { Recovery } from './recovery.ts';

export function DoneStep({ tenant }: Pick<Recovery, 'tenant'>) {
  const { t } = useTranslation();
  return (
    <Page title={t('recovery.doneTitle')} key="done">
      <Text>{t('recovery.doneIntro')}</Text>
      <ButtonLink to="/login" search={{ agency: tenant }} size="md">
        {t('recovery.toLogin')}
      </ButtonLink>
    </Page>
  );
}
