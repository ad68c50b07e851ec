import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Form, field } from '../../ui/form.tsx';
import type { Batch } from './queries.ts';
import { isThisCount, UNTYPED_AT_MOST } from './typed-count.ts';
import { useBatchDecision } from './use-batch-decision.ts';

/** Sends it. To many recipients their number is typed first, so that nobody does it in passing. */
export function AcceptForm({ batch: { id, lines } }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const count = lines.recipients;
  const accept = useBatchDecision(() => api.acceptMessageBatch({ params: { batchId: id } }));
  const form = useForm({
    initialValues: { typed: '' },
    validate: {
      typed: (typed) =>
        count <= UNTYPED_AT_MOST || isThisCount(typed, count) ? null : t('batches.typedWrong', { number: count }),
    },
  });
  return (
    <Form form={form} labels={{ typed: t('batches.typed') }} error={accept.error} onSubmit={() => accept.mutate()}>
      {count > UNTYPED_AT_MOST && (
        <TextInput
          {...field(form, 'typed')}
          label={t('batches.typed')}
          description={t('batches.typedHint', { number: count })}
          inputMode="numeric"
          autoComplete="off"
        />
      )}
      <Group>
        <Button type="submit" size="md" loading={accept.isPending}>
          {t('batches.accept', { count })}
        </Button>
      </Group>
    </Form>
  );
}
