import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { membersQuery, type Selection } from './queries.ts';
import { useChange } from './use-change.ts';

/** Who is in a selection, each to be taken out. */
export function MemberList({ selection: { id } }: { readonly selection: Selection }) {
  const { t } = useTranslation();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(membersQuery(id));
  const takeOut = useChange((recordId: string) =>
    api.removeMembers({ params: { selectionId: id }, body: { ids: [recordId] } }),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const failed = error ?? takeOut.error;
  return (
    <Stack gap="sm" component="section" aria-labelledby="members">
      <Title order={2} size="h3" id="members">
        {t('selections.members')}
      </Title>
      {failed && <ProblemAlert error={failed} />}
      {!data && !error && <Loading />}
      {data && items.length === 0 && <Text>{t('selections.empty')}</Text>}
      <ul className="plain">
        {items.map(({ id: recordId, name = t('selections.unnamed') }) => (
          <Group component="li" key={recordId} justify="space-between" wrap="nowrap" gap="sm" mb="xs">
            <Text>{name}</Text>
            <Button
              size="md"
              variant="default"
              aria-label={t('selections.takeOutOf', { name })}
              loading={takeOut.isPending && takeOut.variables === recordId}
              onClick={() => takeOut.mutate(recordId)}
            >
              {t('selections.takeOut')}
            </Button>
          </Group>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
    </Stack>
  );
}
