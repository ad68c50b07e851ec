import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Form, field } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';

/** The password once more, before one's own login is changed; then what was to be done is done. */
export function ConfirmPassword({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { ownPassword: '' },
    validate: { ownPassword: (text) => (text ? null : t('login.passwordMissing')) },
  });
  const confirm = useMutation({
    mutationFn: (password: string) => api.confirmSession({ body: { password } }),
    onSuccess: onConfirmed,
  });
  return (
    <Form
      form={form}
      labels={{ ownPassword: t('login.password') }}
      error={confirm.error}
      onSubmit={({ ownPassword }) => confirm.mutate(ownPassword)}
    >
      <Text>{t('passkeys.confirm')}</Text>
      <PasswordField
        {...field(form, 'ownPassword')}
        label={t('login.password')}
        autoComplete="current-password"
        autoFocus
      />
      <Button type="submit" size="md" loading={confirm.isPending}>
        {t('passkeys.goOn')}
      </Button>
    </Form>
  );
}
