import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Form, field } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordFields } from '../login-data/password-fields.tsx';
import { refusals } from '../login-data/refusals.ts';
import { checks } from '../login-data/rules.ts';
import type { Proven } from './recovery.ts';

interface PasswordStepProps {
  readonly proven: Proven;
  readonly onChanged: () => void;
}

export function PasswordStep({ proven, onChanged }: PasswordStepProps) {
  const { t } = useTranslation();
  const { recoveryId, tenant, proof, loginName } = proven;
  const { password, again } = checks(t);
  const form = useForm({ initialValues: { password: '', again: '' }, validate: { password, again } });
  const change = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.setRecoveredPassword({ params: { recoveryId }, body: { tenant, proof, password: values.password } }),
    onSuccess: onChanged,
  });
  return (
    <Page title={t('recovery.passwordTitle')} key="password">
      <Text>{t('recovery.passwordIntro', { loginName })}</Text>
      <Form
        form={form}
        labels={{ password: t('loginData.password'), again: t('loginData.passwordAgain') }}
        error={change.error}
        refusals={(error) => refusals(t, error)}
        onSubmit={(values) => change.mutate(values)}
      >
        <PasswordFields typed={form.values} password={field(form, 'password')} again={field(form, 'again')} />
        <Button type="submit" size="md" loading={change.isPending}>
          {t('recovery.passwordSubmit')}
        </Button>
      </Form>
    </Page>
  );
}
