import { NativeSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { recipientKinds } from '../../../../contract/message-template.ts';
import { MAX_PARTS } from '../../../../contract/sms-text.ts';
import { LANGUAGES } from '../../texts/catalogue.ts';
import { field } from '../../ui/form.tsx';
import type { TemplateValues } from './form-values.ts';

const CATEGORIES = ['operational', 'marketing'] as const satisfies readonly TemplateValues['category'][];
const PRIORITIES = ['high', 'normal', 'low'] as const satisfies readonly TemplateValues['priority'][];
const PARTS = Array.from({ length: MAX_PARTS }, (_, index) => String(index + 1));

interface TemplateChoicesProps {
  readonly form: UseFormReturnType<TemplateValues>;
  readonly labels: Readonly<Record<keyof TemplateValues, string>>;
}

/** For whom a template is, and how what is made with it is sent. */
export function TemplateChoices({ form, labels }: TemplateChoicesProps) {
  const { t } = useTranslation();
  return (
    <div className="choices">
      <NativeSelect
        {...field(form, 'for')}
        label={labels.for}
        description={t('templates.forHint')}
        data={recipientKinds.map((value) => ({ value, label: t(`templates.kinds.${value}`) }))}
      />
      <NativeSelect
        {...field(form, 'category')}
        label={labels.category}
        description={t('templates.categoryHint')}
        data={CATEGORIES.map((value) => ({ value, label: t(`templates.categories.${value}`) }))}
      />
      <NativeSelect
        {...field(form, 'language')}
        label={labels.language}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        {...field(form, 'priority')}
        label={labels.priority}
        data={PRIORITIES.map((value) => ({ value, label: t(`messages.priorities.${value}`) }))}
      />
      <NativeSelect
        {...field(form, 'partsAtMost')}
        label={labels.partsAtMost}
        description={t('templates.partsAtMostHint')}
        data={PARTS}
      />
    </div>
  );
}
