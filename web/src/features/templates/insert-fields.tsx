import { Button, Group, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldNames } from '../../../../contract/message-template.ts';
import { fieldName, partName } from './field-name.ts';
import type { TemplateValues } from './form-values.ts';

const TEXT = 'field-text';

/** What may stand in the text for these recipients: each goes to where the cursor is. */
export function InsertFields({ form }: { readonly form: UseFormReturnType<TemplateValues> }) {
  const { t } = useTranslation();
  const id = useId();
  const byPart = Map.groupBy(fieldNames(form.values.for), (name) => partName(t, name));
  const insert = (name: string) => {
    const area = document.getElementById(TEXT);
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.setRangeText(`{{${name}}}`, area.selectionStart, area.selectionEnd, 'end');
    area.focus();
    form.setFieldValue('text', area.value);
  };
  return (
    <fieldset className="insertable">
      <legend>{t('templates.insert')}</legend>
      {[...byPart].map(([part, names]) => (
        <Group key={part} gap="xs" role="group" aria-labelledby={`${id}-${names[0]}`}>
          <Text size="sm" id={`${id}-${names[0]}`}>
            {part}:
          </Text>
          {names.map((name) => (
            <Button key={name} size="xs" variant="default" onClick={() => insert(name)}>
              {fieldName(t, name)}
            </Button>
          ))}
        </Group>
      ))}
    </fieldset>
  );
}
