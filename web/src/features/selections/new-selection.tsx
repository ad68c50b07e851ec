import { Button, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type RecipientKind, recipientKinds } from '../../../../contract/message-template.ts';
import { api } from '../../api/client.ts';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { Form, field } from '../../ui/form.tsx';
import { useOnceKey } from '../sms/once-key.ts';
import { useChange } from './use-change.ts';

/** A selection has records of one kind, which is chosen when it is made. */
export function NewSelection() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const once = useOnceKey();
  const form = useForm({
    initialValues: { name: '', kind: 'worker' },
    validate: { name: (name) => (name.trim() ? null : t('selections.nameMissing')) },
  });
  const make = useChange(async ({ name, kind }: typeof form.values) => {
    const body = { name: name.trim(), kind: kind as RecipientKind };
    const { id } = await api.createSelection({ body, idempotencyKey: once.keyFor(body) });
    once.answered();
    await navigate({ to: '/selection', search: { id } });
  });
  const labels = { name: t('selections.name'), kind: t('selections.kind') };
  return (
    <Stack gap="sm" component="section" aria-labelledby="new-selection">
      <Title order={2} size="h3" id="new-selection">
        {t('selections.new')}
      </Title>
      <Form
        form={form}
        labels={labels}
        error={make.error}
        refusals={(error) => fieldRefusals(error, ['name'])}
        onSubmit={(values) => make.mutate(values)}
      >
        <TextInput {...field(form, 'name')} label={labels.name} maxLength={100} autoComplete="off" />
        <NativeSelect
          {...field(form, 'kind')}
          label={labels.kind}
          data={recipientKinds.map((kind) => ({ value: kind, label: t(`selections.kinds.${kind}`) }))}
        />
        <Button type="submit" size="md" loading={make.isPending}>
          {t('selections.make')}
        </Button>
      </Form>
    </Stack>
  );
}
