import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { WEEKDAYS, type Weekday } from '../../../../contract/weekdays.ts';
import { field, fieldId } from '../../ui/form.tsx';
import type { QuietValues } from './quiet-hours-values.ts';

interface QuietWindowFieldsProps {
  readonly form: UseFormReturnType<QuietValues>;
  readonly index: number;
  /** absent: it is the only one */
  readonly onRemove?: () => void;
}

/** A Monday, whose name each language has; the other days follow it. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** One stretch of the week in which messages wait. */
export function QuietWindowFields({ form, index, onRemove }: QuietWindowFieldsProps) {
  const { t, i18n } = useTranslation();
  const name = `windows.${index}`;
  const nameOf = (day: Weekday) =>
    new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' }).format(
      MONDAY + WEEKDAYS.indexOf(day) * DAY,
    );
  return (
    <fieldset className="stretch" id={fieldId(name)}>
      <legend>{t('smsSettings.window', { number: index + 1 })}</legend>
      <Stack gap="sm">
        <Group gap="md" align="start">
          <TextInput {...field(form, `${name}.from`)} label={t('smsSettings.from')} type="time" />
          <TextInput {...field(form, `${name}.until`)} label={t('smsSettings.until')} type="time" />
        </Group>
        <Checkbox.Group {...field(form, `${name}.days`)} label={t('smsSettings.days')}>
          <Group gap="md">
            {WEEKDAYS.map((day) => (
              <Checkbox key={day} size="md" value={day} label={nameOf(day)} />
            ))}
          </Group>
        </Checkbox.Group>
        {index === 0 && form.errors['windows'] && (
          <Text size="sm" c="var(--mantine-color-error)" id={fieldId('windows')} tabIndex={-1}>
            {form.errors['windows']}
          </Text>
        )}
        {onRemove && (
          <Group>
            <Button size="sm" variant="default" onClick={onRemove}>
              {t('smsSettings.removeWindow', { number: index + 1 })}
            </Button>
          </Group>
        )}
      </Stack>
    </fieldset>
  );
}
