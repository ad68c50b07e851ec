import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Form, field } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import type { Proven, Recovery } from './recovery.ts';

interface CodeStepProps {
  readonly recovery: Recovery;
  readonly onProven: (proven: Proven) => void;
  readonly onAskAgain: () => void;
}

/** People copy codes with spaces and hyphens. */
const digitsOf = (text: string) => text.replace(/[\s-]/g, '');

export function CodeStep({ recovery, onProven, onAskAgain }: CodeStepProps) {
  const { t } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (text) => (/^\d{8}$/.test(digitsOf(text)) ? null : t('recovery.codeMissing')) },
  });
  const prove = useMutation({
    mutationFn: async ({ code }: typeof form.values) => {
      const { recoveryId, tenant } = recovery;
      const body = { tenant, code: digitsOf(code) };
      return { ...recovery, ...(await api.proveRecoveryCode({ params: { recoveryId }, body })) };
    },
    onSuccess: onProven,
  });
  return (
    <Page title={t('recovery.codeTitle')} key="code">
      <Text>{t('recovery.codeIntro')}</Text>
      <Form
        form={form}
        labels={{ code: t('recovery.code') }}
        error={prove.error}
        onSubmit={(values) => prove.mutate(values)}
      >
        <TextInput
          {...field(form, 'code')}
          label={t('recovery.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Button type="submit" size="md" loading={prove.isPending}>
          {t('recovery.codeSubmit')}
        </Button>
      </Form>
      <Button size="md" variant="subtle" onClick={onAskAgain}>
        {t('recovery.codeAgain')}
      </Button>
    </Page>
  );
}
