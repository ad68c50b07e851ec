import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { needsConfirmation } from '../../api/session.ts';
import { Form, field } from '../../ui/form.tsx';
import { ConfirmPassword } from './confirm-password.tsx';
import { addPasskey } from './web-authn.ts';

interface AddPasskeyProps {
  readonly onAdded: (answer: Awaited<ReturnType<typeof addPasskey>>) => void;
}

/** A name for it, and then the browser asks for a finger, a face or a PIN. */
export function AddPasskey({ onAdded }: AddPasskeyProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { passkeyName: '' },
    validate: { passkeyName: (text) => (text.trim() ? null : t('passkeys.nameMissing')) },
  });
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: (answer) => {
      form.reset();
      onAdded(answer);
    },
  });
  const name = form.values.passkeyName.trim();
  if (needsConfirmation(add.error)) return <ConfirmPassword onConfirmed={() => add.mutate(name)} />;
  return (
    <Form form={form} labels={{ passkeyName: t('passkeys.name') }} error={add.error} onSubmit={() => add.mutate(name)}>
      <TextInput
        {...field(form, 'passkeyName')}
        label={t('passkeys.name')}
        description={t('passkeys.nameHint')}
        maxLength={60}
        autoComplete="off"
      />
      <Button type="submit" size="md" variant="default" loading={add.isPending}>
        {t('passkeys.add')}
      </Button>
    </Form>
  );
}
