import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { personOf, sessionQuery } from '../../api/session.ts';
import { Form, field } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { firstUnmet, Rules } from '../../ui/rules.tsx';
import { fieldErrors } from './field-errors.ts';
import { loginNameRules, passwordRules } from './login-data-rules.ts';

const route = getRouteApi('/first-login');

export function FirstLoginPage() {
  const { t } = useTranslation();
  const { session } = route.useRouteContext();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const issued = personOf(session).loginName;
  const say = (rule: string) => t('firstLogin.ruleMissing', { rule });
  const form = useForm({
    initialValues: { loginName: '', password: '', again: '' },
    validate: {
      loginName: (name) => firstUnmet(loginNameRules(t, name, issued), say),
      password: (text, { loginName }) => firstUnmet(passwordRules(t, text, text, loginName), say),
      again: (text, { password }) => (text === password ? null : say(t('firstLogin.passwordSame'))),
    },
  });
  const { loginName, password, again } = form.values;
  const change = useMutation({
    mutationFn: () => api.changeIssuedLoginData({ body: { loginName, password } }),
    onSuccess: async (next) => {
      queryClient.setQueryData(sessionQuery.queryKey, next);
      await navigate({ to: '/' });
    },
    onError: (error) => form.setErrors(fieldErrors(t, error)),
  });
  const labels = {
    loginName: t('firstLogin.loginName'),
    password: t('firstLogin.password'),
    again: t('firstLogin.passwordAgain'),
  };
  return (
    <Page title={t('firstLogin.title')}>
      <Text>{t('firstLogin.intro')}</Text>
      <Form
        form={form}
        labels={labels}
        problem={Object.keys(fieldErrors(t, change.error)).length > 0 ? null : change.error}
        onSubmit={() => change.mutate()}
      >
        <TextInput
          {...field(form, 'loginName')}
          label={labels.loginName}
          description={<Rules title={t('firstLogin.nameRules')} rules={loginNameRules(t, loginName, issued)} />}
          descriptionProps={{ component: 'div' }}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          {...field(form, 'password')}
          label={labels.password}
          description={
            <Rules title={t('firstLogin.passwordRules')} rules={passwordRules(t, password, again, loginName)} />
          }
          descriptionProps={{ component: 'div' }}
          autoComplete="new-password"
        />
        <PasswordField {...field(form, 'again')} label={labels.again} autoComplete="new-password" />
        <Button type="submit" size="md" loading={change.isPending}>
          {t('firstLogin.submit')}
        </Button>
      </Form>
    </Page>
  );
}
