import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProviderName } from '../../../../../contract/providers.ts';
import { api } from '../../../api/client.ts';
import { currentLanguage } from '../../../texts/i18n.ts';
import { Form, field } from '../../../ui/form.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import { accountOf, accountRefusals, accountValuesOf } from './account-values.ts';
import { type Account, accountsQuery } from './queries.ts';

interface AccountFormProps {
  readonly provider: ProviderName;
  readonly account: Account | undefined;
  readonly onDone: () => void;
}

/** Gives an account its credentials, in place of those before; the provider is asked whether they are good. */
export function AccountForm({ provider, account, onDone }: AccountFormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: accountValuesOf(account) });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.saveProviderAccount({ params: { provider }, body: accountOf(provider, values) }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(accountsQuery());
      onDone();
    },
  });
  const labels = {
    kind: t('providers.kind'),
    token: t('providers.token'),
    username: t('providers.username'),
    password: t('providers.password'),
    house: t('providers.house'),
    perSecond: t('providers.perSecond'),
  };
  const isToken = form.values.kind === 'token';
  return (
    <Form
      form={form}
      labels={labels}
      error={save.error}
      refusals={(error) => accountRefusals(error, form.values, currentLanguage())}
      onSubmit={(values) => save.mutate(values)}
    >
      {provider === 'websms' && (
        <NativeSelect
          {...field(form, 'kind')}
          label={labels.kind}
          data={[
            { value: 'token', label: t('providers.kinds.token') },
            { value: 'password', label: t('providers.kinds.password') },
          ]}
        />
      )}
      {isToken && <PasswordField {...field(form, 'token')} label={labels.token} autoComplete="off" />}
      {!isToken && <TextInput {...field(form, 'username')} label={labels.username} autoComplete="off" />}
      {!isToken && <PasswordField {...field(form, 'password')} label={labels.password} autoComplete="new-password" />}
      {provider === 'smsapi' && (
        <NativeSelect
          {...field(form, 'house')}
          label={labels.house}
          data={[
            { value: 'com', label: t('providers.houses.com') },
            { value: 'pl', label: t('providers.houses.pl') },
          ]}
        />
      )}
      <TextInput
        {...field(form, 'perSecond')}
        label={labels.perSecond}
        description={t('providers.perSecondHint')}
        inputMode="numeric"
        autoComplete="off"
      />
      <Group gap="sm">
        <Button type="submit" size="md" loading={save.isPending}>
          {t('providers.save')}
        </Button>
        <Button size="md" variant="default" onClick={onDone}>
          {t('providers.keep')}
        </Button>
      </Group>
    </Form>
  );
}
