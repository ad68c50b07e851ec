import { Alert, Radio, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { AT_LEAST_ONCE_WARNING } from '../../../../contract/catalogues/at-least-once.ts';
import { currentLanguage } from '../../texts/i18n.ts';
import { field } from '../../ui/form.tsx';
import type { TemplateValues } from './form-values.ts';

const DELIVERIES = ['at-most-once', 'at-least-once'] as const satisfies readonly TemplateValues['delivery'][];

interface DeliveryChoiceProps {
  readonly form: UseFormReturnType<TemplateValues>;
  readonly label: string;
}

/** Never twice, or at least once: what the latter may lead to is said as soon as it is chosen. */
export function DeliveryChoice({ form, label }: DeliveryChoiceProps) {
  const { t } = useTranslation();
  return (
    <>
      <Radio.Group {...field(form, 'delivery')} label={label}>
        <Stack gap="xs">
          {DELIVERIES.map((delivery) => (
            <Radio key={delivery} size="md" value={delivery} label={t(`templates.deliveries.${delivery}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <div role="status">
        {form.values.delivery === 'at-least-once' && (
          <Alert color="red" variant="light" title={t('templates.mayComeTwice')}>
            <Text>{AT_LEAST_ONCE_WARNING[currentLanguage()]}</Text>
          </Alert>
        )}
      </div>
    </>
  );
}
