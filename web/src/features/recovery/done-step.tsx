import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import type { Proven } from './recovery.ts';

export function DoneStep({ tenant, loginName }: Pick<Proven, 'tenant' | 'loginName'>) {
  const { t } = useTranslation();
  return (
    <Page title={t('recovery.doneTitle')} key="done">
      <Text>{t('recovery.doneIntro', { loginName })}</Text>
      <ButtonLink to="/login" search={{ agency: tenant }} size="md">
        {t('recovery.toLogin')}
      </ButtonLink>
    </Page>
  );
}
