import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { OptOutDialog } from './opt-out-dialog.tsx';
import { OptOutTable } from './opt-out-table.tsx';
import { type OptOut, optOutsQuery } from './queries.ts';

/** Newest first, page by page; those that were undone too. */
export function OptOutList() {
  const { t } = useTranslation();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(optOutsQuery);
  const mayManage = useMay('opt-outs:manage');
  const [undoing, setUndoing] = useState<OptOut>();
  const [isRecording, setIsRecording] = useState(false);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text role="status" size="sm">
          {data && t('optOuts.shown', { count: items.length })}
        </Text>
        {mayManage && (
          <Button size="md" variant="default" onClick={() => setIsRecording(true)}>
            {t('optOuts.record')}
          </Button>
        )}
      </Group>
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {data && items.length === 0 && (
        <Text ta="center" py="xl">
          {t('optOuts.none')}
        </Text>
      )}
      {items.length > 0 && <OptOutTable items={items} onUndo={mayManage ? setUndoing : undefined} />}
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
      {undoing && (
        <OptOutDialog number={`…${undoing.ending}`} optOutId={undoing.id} onClose={() => setUndoing(undefined)} />
      )}
      {isRecording && <OptOutDialog onClose={() => setIsRecording(false)} />}
    </Stack>
  );
}
