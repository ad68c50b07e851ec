import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { BatchTable } from './batch-table.tsx';
import { batchListQuery } from './queries.ts';

/** Batches page by page, newest first. */
export function BatchList() {
  const { t } = useTranslation();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(batchListQuery());
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md">
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {data && items.length === 0 && (
        <Text ta="center" py="xl">
          {t('batches.none')}
        </Text>
      )}
      {items.length > 0 && <BatchTable items={items} />}
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
    </Stack>
  );
}
