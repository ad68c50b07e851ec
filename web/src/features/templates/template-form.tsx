import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../../contract/client.ts';
import { currentLanguage } from '../../texts/i18n.ts';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { Form, field } from '../../ui/form.tsx';
import { DeliveryChoice } from './delivery-choice.tsx';
import { type TemplateValues, valuesOf } from './form-values.ts';
import { InsertFields } from './insert-fields.tsx';
import type { Template } from './queries.ts';
import { RemoveTemplate } from './remove-template.tsx';
import { TemplateChoices } from './template-choices.tsx';
import { TextLength } from './text-length.tsx';
import { useKeepTemplate } from './use-keep-template.ts';

interface TemplateFormProps {
  /** absent: a new one */
  readonly template: Template | undefined;
  /** what is typed is dropped for what was saved meanwhile */
  readonly onLoadAgain: () => void;
}

export function TemplateForm({ template, onLoadAgain }: TemplateFormProps) {
  const { t } = useTranslation();
  const [isRemoving, setIsRemoving] = useState(false);
  const form = useForm<TemplateValues>({
    initialValues: valuesOf(template, currentLanguage()),
    validate: {
      name: (name) => (name.trim() ? null : t('templates.nameMissing')),
      text: (text) => (text.trim() ? null : t('sms.textMissing')),
    },
  });
  const keep = useKeepTemplate(template, () => form.resetDirty());
  const labels = {
    name: t('templates.name'),
    for: t('templates.for'),
    language: t('templates.language'),
    category: t('templates.category'),
    priority: t('messages.priority'),
    partsAtMost: t('templates.partsAtMost'),
    text: t('templates.text'),
    delivery: t('templates.delivery'),
  };
  const isOvertaken = keep.error instanceof ProblemError && keep.error.problem?.code === 'changed-meanwhile';
  return (
    <Form
      form={form}
      labels={labels}
      error={keep.error}
      refusals={(error) => fieldRefusals(error, Object.keys(labels))}
      onSubmit={(values) => keep.mutate(values)}
    >
      {isOvertaken && (
        <Button size="md" variant="default" onClick={onLoadAgain}>
          {t('templates.loadAgain')}
        </Button>
      )}
      <TextInput {...field(form, 'name')} label={labels.name} maxLength={100} autoComplete="off" />
      <TemplateChoices form={form} labels={labels} />
      <Textarea {...field(form, 'text')} label={labels.text} rows={6} lang={form.values.language} />
      <TextLength text={form.values.text} />
      <InsertFields form={form} />
      <DeliveryChoice form={form} label={labels.delivery} />
      <Group gap="sm">
        <Button type="submit" size="md" loading={keep.isPending}>
          {t('templates.save')}
        </Button>
        {template && (
          <Button size="md" variant="default" onClick={() => setIsRemoving(true)}>
            {t('templates.remove')}
          </Button>
        )}
      </Group>
      <Text role="status">{template && keep.isSuccess && !form.isDirty() && t('templates.saved')}</Text>
      {template && isRemoving && <RemoveTemplate template={template} onClose={() => setIsRemoving(false)} />}
    </Form>
  );
}
