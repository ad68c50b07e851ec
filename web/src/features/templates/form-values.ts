import type { MessageTemplateFields } from '../../../../contract/routes/message-templates.ts';
import { MAX_PARTS } from '../../../../contract/sms-text.ts';
import type { Language } from '../../texts/catalogue.ts';

/** As they stand in the form: each a text. */
export type TemplateValues = Omit<MessageTemplateFields, 'partsAtMost'> & { partsAtMost: string };

/** Of a new one: what the API takes where nothing is said. */
const NEW = {
  ...({ name: '', for: 'worker', category: 'operational', priority: 'normal' } as const),
  ...({ delivery: 'at-most-once', partsAtMost: MAX_PARTS, text: '' } as const),
};

export function valuesOf(template: MessageTemplateFields | undefined, language: Language): TemplateValues {
  const { name, for: kind, category, priority, delivery, partsAtMost, text } = template ?? NEW;
  return {
    ...{ name, for: kind, language: template?.language ?? language, category, priority, delivery, text },
    partsAtMost: String(partsAtMost),
  };
}

export const bodyOf = ({ name, partsAtMost, ...rest }: TemplateValues): MessageTemplateFields => ({
  ...rest,
  name: name.trim(),
  partsAtMost: Number(partsAtMost),
});
