import { Button, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type Batch, linesQuery } from './queries.ts';
import { ResultTable } from './result-table.tsx';

/** What becomes of each recipient, and why others get nothing, in the order of the file or the selection. */
export function BatchResults({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const query = linesQuery(batch.id);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(query);
  const counted = JSON.stringify([batch.state, batch.progress]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines change when what is counted of them does
  useEffect(() => void queryClient.invalidateQueries(query), [counted]);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md" component="section" aria-labelledby="results">
      <Title order={2} size="h3" id="results">
        {t('batches.results')}
      </Title>
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {data && items.length === 0 && <Text>{t('batches.noLines')}</Text>}
      {items.length > 0 && <ResultTable batch={batch} items={items} />}
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
    </Stack>
  );
}
