import { Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import '@mantine/core/styles/Radio.css';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../../api/agency.ts';
import { api } from '../../api/client.ts';
import { Form, field } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { AgencyField } from '../login/agency-field.tsx';
import { keptAgency } from '../login/kept-agency.ts';
import type { Recovery } from './recovery.ts';

interface AskStepProps {
  /** short name of the agency, as a link names it */
  readonly slug: string | undefined;
  readonly agency: Agency | undefined;
  readonly onAsked: (recovery: Recovery) => void;
}

export function AskStep({ slug, agency, onAsked }: AskStepProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { tenant: slug ?? keptAgency() ?? '', account: '', channel: 'mail' },
    validate: {
      tenant: (text) => (text.trim() ? null : t('login.agencyMissing')),
      account: (text) => (text.trim() ? null : t('recovery.accountMissing')),
    },
  });
  const ask = useMutation({
    mutationFn: async ({ tenant, account, channel }: typeof form.values) => {
      const body = { tenant: tenant.trim(), account: account.trim(), channel: channel as 'mail' | 'sms' };
      const { recoveryId } = await api.startRecovery({ body });
      return { recoveryId, tenant: body.tenant };
    },
    onSuccess: onAsked,
  });
  const labels = {
    tenant: t('login.agency'),
    account: t('recovery.account'),
    channel: t('recovery.channel'),
  };
  return (
    <Page title={t('recovery.title')}>
      <Text>{t('recovery.intro')}</Text>
      <Form form={form} labels={labels} error={ask.error} onSubmit={(values) => ask.mutate(values)}>
        <AgencyField {...field(form, 'tenant')} agency={agency} />
        <TextInput
          {...field(form, 'account')}
          label={labels.account}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Radio.Group {...form.getInputProps('channel')} label={labels.channel} size="md">
          <Stack gap="sm" mt="xs">
            <Radio size="md" value="mail" label={t('recovery.mail')} />
            <Radio size="md" value="sms" label={t('recovery.sms')} />
          </Stack>
        </Radio.Group>
        <Button type="submit" size="md" loading={ask.isPending}>
          {t('recovery.send')}
        </Button>
      </Form>
    </Page>
  );
}
