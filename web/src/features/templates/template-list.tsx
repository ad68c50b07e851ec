import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { listQuery } from './queries.ts';
import { TemplateTable } from './template-table.tsx';

/** Those whose names begin so, by name, page by page. */
export function TemplateList({ search }: { readonly search: string | undefined }) {
  const { t } = useTranslation();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(listQuery(search));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const isSearched = search !== undefined;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text role="status" size="sm">
          {data && t('templates.shown', { count: items.length })}
        </Text>
        <ButtonLink size="md" to="/template" search={isSearched ? { search } : {}}>
          {t('templates.new')}
        </ButtonLink>
      </Group>
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {data && items.length === 0 && (
        <Text ta="center" py="xl">
          {t(isSearched ? 'templates.nothingFound' : 'templates.none')}
        </Text>
      )}
      {items.length > 0 && <TemplateTable items={items} search={search} />}
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
    </Stack>
  );
}
