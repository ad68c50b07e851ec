import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { Form, field } from '../../ui/form.tsx';
import { THREADS } from './queries.ts';

interface OptOutDialogProps {
  readonly number: string;
  /** that which holds, and is undone; absent: one is recorded */
  readonly optOutId: string | undefined;
  readonly onClose: () => void;
}

/** Records that no SMS may go to a number, or undoes that; why is kept. */
export function OptOutDialog({ number, optOutId, onClose }: OptOutDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const formId = useId();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('threads.optOut.reasonMissing')) },
  });
  const change = useMutation<unknown, Error, typeof form.values>({
    mutationFn: (values) => {
      const reason = values.reason.trim();
      return optOutId === undefined
        ? api.recordOptOut({ body: { to: number, reason } })
        : api.liftOptOut({ params: { optOutId }, body: { reason } });
    },
    onSuccess: () => {
      onClose();
      return queryClient.invalidateQueries({ queryKey: THREADS });
    },
  });
  const texts = optOutId === undefined ? 'toRecord' : 'toUndo';
  return (
    <Dialog
      title={t(`threads.optOut.${texts}.title`, { number })}
      onClose={onClose}
      buttons={
        <>
          <Button size="md" type="submit" form={formId} loading={change.isPending}>
            {t(`threads.optOut.${texts}.submit`)}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {t('messages.keep')}
          </Button>
        </>
      }
    >
      <Text>{t(`threads.optOut.${texts}.intro`)}</Text>
      <Form
        id={formId}
        form={form}
        labels={{ reason: t('threads.optOut.reason') }}
        error={change.error}
        refusals={(error) => fieldRefusals(error, ['reason'])}
        onSubmit={(values) => change.mutate(values)}
      >
        <TextInput
          {...field(form, 'reason')}
          label={t('threads.optOut.reason')}
          description={t('threads.optOut.reasonHint')}
          maxLength={200}
          autoComplete="off"
        />
      </Form>
    </Dialog>
  );
}
