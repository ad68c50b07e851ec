import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Session, sessionQuery } from '../../api/session.ts';
import { Form, field } from '../../ui/form.tsx';
import { LoginNameField } from './login-name-field.tsx';
import { PasswordFields } from './password-fields.tsx';
import { refusals } from './refusals.ts';
import { checks } from './rules.ts';

export interface LoginDataFormProps {
  /** the login name that the system made, if it did */
  readonly issued?: string;
  readonly present?: string | undefined;
  readonly submit: string;
  readonly keep: (chosen: { loginName: string; password: string }) => Promise<Session>;
}

/** An own login name and password; keeping them begins a session. */
export function LoginDataForm({ issued, present = '', submit, keep }: LoginDataFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { loginName: present, password: '', again: '' }, validate: checks(t, issued) });
  const { loginName, password } = form.values;
  const keeping = useMutation({
    mutationFn: () => keep({ loginName, password }),
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
    },
  });
  const labels = {
    loginName: t('loginData.loginName'),
    password: t('loginData.password'),
    again: t('loginData.passwordAgain'),
  };
  return (
    <Form
      form={form}
      labels={labels}
      error={keeping.error}
      refusals={(error) => refusals(t, error)}
      onSubmit={() => keeping.mutate()}
    >
      <LoginNameField {...field(form, 'loginName')} typed={loginName} {...(issued !== undefined && { issued })} />
      <PasswordFields typed={form.values} password={field(form, 'password')} again={field(form, 'again')} />
      <Button type="submit" size="md" loading={keeping.isPending}>
        {submit}
      </Button>
    </Form>
  );
}
