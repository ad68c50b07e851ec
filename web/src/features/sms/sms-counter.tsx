import { Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';

/** What is written so far; with a template in place of the text. */
export interface Draft {
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  readonly templateId?: string | undefined;
}

/** Milliseconds after the last letter. */
const PAUSE = 300;

/** How many SMS it will be and what they cost, counted by the same rules as the sending; and how it arrives on the phone. */
export function SmsCounter({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(JSON.stringify(draft), PAUSE);
  const { data, error } = useQuery({
    queryKey: ['message-preview', settled],
    queryFn: () => api.previewMessage({ body: JSON.parse(settled) as Draft }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!data || error) return null;
  const { text, units, alphabet, parts, credits, missing } = data;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {[
          t('sms.characters', { count: units }),
          t('sms.parts', { count: parts.length }),
          t('sms.credits', { count: credits }),
        ].join(' · ')}
        {alphabet === 'ucs2' && ` · ${t('sms.specialCharacters')}`}
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
