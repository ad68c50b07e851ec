import { Alert, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { Form, field } from '../../ui/form.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { AgencyField } from './agency-field.tsx';
import { keepAgency, keptAgency } from './kept-agency.ts';

const route = getRouteApi('/login');

export function LoginPage() {
  const { t } = useTranslation();
  const { agency: slug, why } = route.useSearch();
  const { agency } = route.useLoaderData();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { tenant: slug ?? keptAgency() ?? '', loginName: '', password: '' },
    validate: {
      tenant: (text) => (text.trim() ? null : t('login.agencyMissing')),
      loginName: (text) => (text.trim() ? null : t('login.loginNameMissing')),
      password: (text) => (text ? null : t('login.passwordMissing')),
    },
  });
  const logIn = useMutation({
    mutationFn: (body: typeof form.values) =>
      api.logIn({ body: { ...body, tenant: body.tenant.trim(), loginName: body.loginName.trim() } }),
    onSuccess: async (session) => {
      keepAgency(session.tenant.slug);
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
    },
  });
  return (
    <Page title={t('login.title')}>
      {why === 'over' && !logIn.error && (
        <Alert role="status" title={t('login.sessionOver')}>
          {t('login.sessionOverAction')}
        </Alert>
      )}
      {why === 'out' && !logIn.error && <Alert role="status">{t('login.loggedOut')}</Alert>}
      <Form
        form={form}
        labels={{ tenant: t('login.agency'), loginName: t('login.loginName'), password: t('login.password') }}
        error={logIn.error}
        onSubmit={(values) => logIn.mutate(values)}
      >
        <AgencyField {...field(form, 'tenant')} agency={agency} />
        <TextInput
          {...field(form, 'loginName')}
          label={t('login.loginName')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField {...field(form, 'password')} label={t('login.password')} autoComplete="current-password" />
        <Button type="submit" size="md" loading={logIn.isPending}>
          {t('login.submit')}
        </Button>
      </Form>
      <TextLink to="/recover" search={slug === undefined ? {} : { agency: slug }}>
        {t('login.forgotten')}
      </TextLink>
    </Page>
  );
}
