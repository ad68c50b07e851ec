import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Form, field } from '../../ui/form.tsx';

interface CodeFormProps {
  readonly submit: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSubmit: (code: string) => void;
}

export function CodeForm({ submit, error, isPending, onSubmit }: CodeFormProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (text) => (text.trim() ? null : t('secondFactor.codeMissing')) },
  });
  return (
    <Form
      form={form}
      labels={{ code: t('secondFactor.code') }}
      error={error}
      onSubmit={({ code }) => onSubmit(code.trim())}
    >
      <TextInput
        {...field(form, 'code')}
        label={t('secondFactor.code')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button type="submit" size="md" loading={isPending}>
        {submit}
      </Button>
    </Form>
  );
}
