import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { listQuery } from './queries.ts';
import { ThreadTable } from './thread-table.tsx';

/** The threads, that with the newest message first, page by page. */
export function ThreadList() {
  const { t } = useTranslation();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(listQuery);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text role="status" size="sm">
          {data && t('threads.shown', { count: items.length })}
        </Text>
        <TextLink to="/opt-outs">{t('optOuts.title')}</TextLink>
      </Group>
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {data && items.length === 0 && (
        <Text ta="center" py="xl">
          {t('threads.none')}
        </Text>
      )}
      {items.length > 0 && <ThreadTable items={items} />}
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
    </Stack>
  );
}
