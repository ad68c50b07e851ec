import { NativeSelect, Paper, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { field } from '../../ui/form.tsx';
import { SmsCounter } from '../sms/sms-counter.tsx';
import type { BatchFields } from './batch-fields.ts';

interface TextFieldsProps {
  readonly form: UseFormReturnType<BatchFields>;
  readonly templates: readonly { readonly id: string; readonly name: string; readonly text: string }[];
}

/** What they get: a template as it is, or a text with what it comes to. */
export function TextFields({ form, templates }: TextFieldsProps) {
  const { t } = useTranslation();
  const { templateId, text } = form.values;
  const template = templates.find(({ id }) => id === templateId);
  return (
    <>
      {templates.length > 0 && (
        <NativeSelect
          {...field(form, 'templateId')}
          label={t('sms.template')}
          data={[
            { value: '', label: t('sms.noTemplate') },
            ...templates.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {template && (
        <Paper withBorder p="sm" className="as-written">
          {template.text}
        </Paper>
      )}
      {templateId === '' && <Textarea {...field(form, 'text')} label={t('sms.text')} rows={4} />}
      {templateId === '' && text.trim() !== '' && <SmsCounter draft={{ text }} />}
    </>
  );
}
