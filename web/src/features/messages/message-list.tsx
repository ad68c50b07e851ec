import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { WhyNotSend } from '../sms/why-not-send.tsx';
import { ExportList } from './export-list.tsx';
import type { ListFilter } from './filter.ts';
import { MessageTable } from './message-table.tsx';
import { NothingHere } from './nothing-here.tsx';
import { listQuery, PAGE_SIZE } from './queries.ts';
import { ResendSelected } from './resend-selected.tsx';

/** What the filter finds, page by page, newest first. */
export function MessageList({ filter }: { readonly filter: ListFilter }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const list = useInfiniteQuery(listQuery(filter));
  const maySend = useMay('messages:send');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const select = (id: string, isSelected: boolean) =>
    setSelected((before) => new Set(isSelected ? [...before, id] : [...before].filter((one) => one !== id)));
  const { data, error, hasNextPage, isFetching, isFetchingNextPage } = list;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const last = data?.pages.at(-1);
  /** A page that is not full looked at as many messages as one request may. */
  const searchedTo = hasNextPage && last && last.items.length < PAGE_SIZE ? last.searchedTo : undefined;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text role="status" size="sm">
          {data && t('messages.shown', { count: items.length })}
          {searchedTo !== undefined && ` · ${t('messages.searchedTo', { moment: moment(searchedTo) })}`}
        </Text>
        <Group gap="sm">
          <Button
            size="md"
            variant="default"
            loading={isFetching && !isFetchingNextPage && data !== undefined}
            onClick={() => list.refetch()}
          >
            {t('messages.refresh')}
          </Button>
          <ExportList filter={filter} />
        </Group>
      </Group>
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      <WhyNotSend />
      {maySend && (
        <ResendSelected messages={items.filter(({ id }) => selected.has(id))} onSent={() => setSelected(new Set())} />
      )}
      {data && items.length === 0 && !hasNextPage && <NothingHere isFiltered={Object.keys(filter).length > 0} />}
      {items.length > 0 && <MessageTable items={items} {...(maySend && { selected })} onSelect={select} />}
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t(searchedTo === undefined ? 'messages.more' : 'messages.goOn')}
        </Button>
      )}
    </Stack>
  );
}
