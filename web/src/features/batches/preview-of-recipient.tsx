import { NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Batch, linesQuery } from './queries.ts';

/** The text as one of its recipients would get it. */
export function PreviewOfRecipient({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(linesQuery(batch.id));
  const [chosen, setChosen] = useState('');
  const lines = (data?.pages ?? []).flatMap(({ items }) => items).filter(({ text }) => text !== undefined);
  const shown = lines.find(({ line }) => String(line) === chosen) ?? lines[0];
  if (!shown) return null;
  return (
    <Stack gap="xs">
      <NativeSelect
        size="md"
        label={t('batches.previewFor')}
        value={String(shown.line)}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={lines.map(({ line, to }) => ({ value: String(line), label: to }))}
      />
      <Text size="sm">{t('sms.parts', { count: shown.parts ?? 1 })}</Text>
      <Paper withBorder p="sm" className="as-written">
        {shown.text}
      </Paper>
    </Stack>
  );
}
