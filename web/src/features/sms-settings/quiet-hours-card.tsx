import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Priority } from '../../../../contract/priorities.ts';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { field, tickBox } from '../../ui/form.tsx';
import { GroupCard } from './group-card.tsx';
import type { KeptMessaging } from './kept-settings.ts';
import { fieldOf, NIGHT, pathOf, type QuietValues, quietSettingOf, quietValuesOf } from './quiet-hours-values.ts';
import { QuietWindowFields } from './quiet-window-fields.tsx';
import { useGroup } from './use-group.ts';

const PRIORITIES = ['high', 'normal', 'low'] as const satisfies readonly Priority[];
const CATEGORIES = ['operational', 'marketing'] as const satisfies QuietValues['categories'];
const ZONES = Intl.supportedValuesOf('timeZone');

/** When messages wait: stretches of the week, and for which messages they hold. */
export function QuietHoursCard({ kept }: { readonly kept: KeptMessaging }) {
  const { t } = useTranslation();
  const group = useGroup<KeptMessaging['settings'], QuietValues>(kept, {
    valuesOf: ({ quietHours }) => quietValuesOf(quietHours),
    settingsOf: (values) => ({ quietHours: quietSettingOf(values) }),
  });
  const { form } = group;
  const { on, windows } = form.values;
  const labels = {
    on: t('smsSettings.quiet'),
    windows: t('smsSettings.windows'),
    timeZone: t('smsSettings.timeZone'),
    priorities: t('smsSettings.quietPriorities'),
    categories: t('smsSettings.quietCategories'),
    ...Object.fromEntries(
      windows.flatMap((_, index) =>
        (['from', 'until', 'days'] as const).map((part) => [
          `windows.${index}.${part}`,
          `${t('smsSettings.window', { number: index + 1 })}, ${t(`smsSettings.${part}`)}`,
        ]),
      ),
    ),
  };
  const paths = Object.keys(labels).map(pathOf);
  return (
    <GroupCard
      name="quiet-hours"
      title={labels.on}
      group={group}
      labels={labels}
      refusals={(error) =>
        Object.fromEntries(Object.entries(fieldRefusals(error, paths)).map(([path, said]) => [fieldOf(path), said]))
      }
    >
      <Checkbox {...tickBox(form, 'on')} label={t('smsSettings.quietOn')} description={t('smsSettings.quietHint')} />
      {on && (
        <>
          {windows.map((window, index) => (
            <QuietWindowFields
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no name but their place
              key={index}
              form={form}
              index={index}
              {...(windows.length > 1 && {
                onRemove: () =>
                  form.setFieldValue(
                    'windows',
                    windows.filter((one) => one !== window),
                  ),
              })}
            />
          ))}
          <Group>
            <Button size="md" variant="default" onClick={() => form.setFieldValue('windows', [...windows, NIGHT])}>
              {t('smsSettings.addWindow')}
            </Button>
          </Group>
          <Checkbox.Group {...field(form, 'priorities')} label={labels.priorities}>
            <Group gap="md">
              {PRIORITIES.map((one) => (
                <Checkbox key={one} size="md" value={one} label={t(`messages.priorities.${one}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Checkbox.Group {...field(form, 'categories')} label={labels.categories}>
            <Group gap="md">
              {CATEGORIES.map((one) => (
                <Checkbox key={one} size="md" value={one} label={t(`smsSettings.categories.${one}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <NativeSelect
            {...field(form, 'timeZone')}
            label={labels.timeZone}
            data={[{ value: '', label: t('smsSettings.ownZone') }, ...ZONES]}
          />
        </>
      )}
    </GroupCard>
  );
}
