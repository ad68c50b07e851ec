import './batches.css';
import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namesIn } from '../../../../contract/placeholders.ts';
import { api } from '../../api/client.ts';
import type { MessagingService } from '../../api/services.ts';
import { Form, field } from '../../ui/form.tsx';
import { templatesQuery } from '../messages/queries.ts';
import { selectionsQuery } from '../selections/queries.ts';
import { useOnceKey } from '../sms/once-key.ts';
import { type BatchFields, batchBody, batchRefusals, NO_FIELDS } from './batch-fields.ts';
import { BATCHES } from './queries.ts';
import { fileFault } from './recipient-file.ts';
import { RecipientsFields } from './recipients-fields.tsx';
import { TextFields } from './text-fields.tsx';
import { useUpload } from './use-upload.ts';

const PRIORITIES = ['low', 'normal', 'high'] as const;
const DUPLICATES = ['skip', 'send'] as const;

interface NewBatchFormProps {
  readonly service: MessagingService;
  /** id of the one that is chosen at first */
  readonly selection: string;
}

/** Asks who gets what, when and how; the answer is a batch whose recipients are being checked. */
export function NewBatchForm({ service, selection }: NewBatchFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const once = useOnceKey();
  const upload = useUpload();
  const [file, setFile] = useState<File>();
  const { data: selections } = useQuery(selectionsQuery);
  const { data: allTemplates } = useQuery(templatesQuery);
  const form = useForm<BatchFields>({
    initialValues: { ...NO_FIELDS, source: selection },
    validate: {
      file: (_, { source }) => {
        if (source !== '') return null;
        if (!file) return t('batches.fileMissing');
        const fault = fileFault(file);
        return fault ? t(`batches.fileFaults.${fault}`) : null;
      },
      text: (text, { templateId }) => (text.trim() || templateId ? null : t('sms.textMissing')),
    },
  });
  const { source, templateId } = form.values;
  const kind = selections?.items.find(({ id }) => id === source)?.kind;
  const templates = (allTemplates?.items ?? []).filter((template) => kind === undefined || template.for === kind);
  const template = templates.find(({ id }) => id === templateId);
  const make = useMutation({
    mutationFn: async (fields: BatchFields) => {
      const recipients =
        file && fields.source === '' ? { uploadId: await upload(file) } : { selectionId: fields.source };
      const body = batchBody(fields, recipients);
      return api.createMessageBatch({ body, idempotencyKey: once.keyFor(body) });
    },
    onSuccess: async ({ id }) => {
      once.answered();
      await queryClient.invalidateQueries({ queryKey: BATCHES });
      await navigate({ to: '/batch', search: { id } });
    },
  });
  const labels = {
    source: t('batches.source'),
    file: t('batches.file'),
    templateId: t('sms.template'),
    text: t('sms.text'),
    name: t('batches.name'),
    sendAt: t('batches.sendAt'),
    priority: t('messages.priority'),
    duplicates: t('batches.duplicates'),
    senderName: t('messages.senderName'),
  };
  return (
    <Form form={form} labels={labels} error={make.error} refusals={batchRefusals} onSubmit={(all) => make.mutate(all)}>
      <RecipientsFields form={form} columns={template ? [...new Set(namesIn(template.text))] : []} onFile={setFile} />
      <TextFields form={form} templates={templates} />
      <TextInput
        {...field(form, 'name')}
        label={labels.name}
        description={t('batches.nameHint')}
        maxLength={100}
        autoComplete="off"
      />
      <TextInput
        {...field(form, 'sendAt')}
        label={labels.sendAt}
        description={t('batches.sendAtHint')}
        type="datetime-local"
        autoComplete="off"
      />
      <NativeSelect
        {...field(form, 'priority')}
        label={labels.priority}
        description={t('batches.priorityHint')}
        data={PRIORITIES.map((value) => ({ value, label: t(`messages.priorities.${value}`) }))}
      />
      <NativeSelect
        {...field(form, 'duplicates')}
        label={labels.duplicates}
        data={DUPLICATES.map((value) => ({ value, label: t(`batches.duplicatesGet.${value}`) }))}
      />
      {service.senderNameChangeable && (
        <TextInput
          {...field(form, 'senderName')}
          label={labels.senderName}
          description={service.senderName && t('batches.senderNameHint', { name: service.senderName })}
          maxLength={11}
          autoComplete="off"
        />
      )}
      <Text size="sm">{t('batches.nothingSentYet')}</Text>
      <Button type="submit" size="md" loading={make.isPending}>
        {t('batches.check')}
      </Button>
    </Form>
  );
}
