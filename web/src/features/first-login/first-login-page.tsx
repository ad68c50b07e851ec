import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { personOf } from '../../api/session.ts';
import { Page } from '../../ui/page.tsx';
import { LoginDataForm } from '../login-data/login-data-form.tsx';

const route = getRouteApi('/first-login');

/** Nothing else works before the issued login data are changed (E1-3). */
export function FirstLoginPage() {
  const { t } = useTranslation();
  const { session } = route.useRouteContext();
  return (
    <Page title={t('firstLogin.title')}>
      <Text>{t('firstLogin.intro')}</Text>
      <LoginDataForm
        issued={personOf(session).loginName}
        submit={t('firstLogin.submit')}
        keep={(body) => api.changeIssuedLoginData({ body })}
      />
    </Page>
  );
}
