import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { Form, field } from '../../ui/form.tsx';
import { useChoicesChanged } from './use-choices-changed.ts';

interface OptOutDialogProps {
  /** absent: it is typed in */
  readonly number?: string;
  /** that which holds, and is undone; absent: one is recorded */
  readonly optOutId?: string | undefined;
  readonly onClose: () => void;
}

/** Records that no SMS may go to a number, or undoes that; why is kept. */
export function OptOutDialog({ number, optOutId, onClose }: OptOutDialogProps) {
  const { t } = useTranslation();
  const changed = useChoicesChanged();
  const formId = useId();
  const form = useForm({
    initialValues: { to: number ?? '', reason: '' },
    validate: {
      to: (to) => (to.trim() ? null : t('sms.toMissing')),
      reason: (reason) => (reason.trim() ? null : t('threads.optOut.reasonMissing')),
    },
  });
  const change = useMutation<unknown, Error, typeof form.values>({
    mutationFn: (values) => {
      const reason = values.reason.trim();
      return optOutId === undefined
        ? api.recordOptOut({ body: { to: values.to.trim(), reason } })
        : api.liftOptOut({ params: { optOutId }, body: { reason } });
    },
    onSuccess: () => {
      onClose();
      return changed();
    },
  });
  const texts = optOutId === undefined ? 'toRecord' : 'toUndo';
  return (
    <Dialog
      title={number === undefined ? t('optOuts.record') : t(`threads.optOut.${texts}.title`, { number })}
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
        labels={{ to: t('sms.to'), reason: t('threads.optOut.reason') }}
        error={change.error}
        refusals={(error) => fieldRefusals(error, ['to', 'reason'])}
        onSubmit={(values) => change.mutate(values)}
      >
        {number === undefined && (
          <TextInput
            {...field(form, 'to')}
            label={t('sms.to')}
            description={t('sms.toHint')}
            type="tel"
            autoComplete="off"
          />
        )}
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
