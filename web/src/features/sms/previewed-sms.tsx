import { Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { api } from '../../api/client.ts';
import { howLong } from './how-long.ts';

type Preview = Awaited<ReturnType<typeof api.previewMessage>>;

/** How many SMS it will be, what they cost, what is missing, and how it arrives on the phone. */
export function PreviewedSms({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { text, credits, missing } = preview;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {howLong(t, preview, credits)}
      </Text>
      {missing.length > 0 && (
        <Text size="sm">{t('sms.missing', { fields: missing.map((name) => `{{${name}}}`).join(', ') })}</Text>
      )}
      <Text size="sm">{t('sms.asItArrives')}</Text>
      <Paper withBorder p="sm" className="as-written">
        {text}
      </Paper>
    </Stack>
  );
}
