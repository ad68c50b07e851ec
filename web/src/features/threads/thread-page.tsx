import '../../ui/list.css';
import './threads.css';
import { Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { detailOf, nameOf } from './correspondent.ts';
import { MarkRead } from './mark-read.tsx';
import { OptOut } from './opt-out.tsx';
import { threadQuery } from './queries.ts';
import { Reply } from './reply.tsx';
import { ThreadMessages } from './thread-messages.tsx';

const route = getRouteApi('/inside/thread');

/** What came from one number and what went to it, with the reply. */
export function ThreadPage() {
  const { t } = useTranslation();
  const { id = '' } = route.useSearch();
  const mayRead = useMay('messages:read');
  const query = useInfiniteQuery({ ...threadQuery(id), enabled: mayRead });
  const { data, error } = query;
  if (mayRead && !data && !error) return <Loading />;
  const [thread] = data?.pages ?? [];
  return (
    <Page key={id} title={thread ? nameOf(t, thread) : t('threads.title')} wide>
      <TextLink to="/threads">{t('threads.back')}</TextLink>
      {!mayRead && <Text>{t('messages.notPermitted')}</Text>}
      {error && <ProblemAlert error={error} />}
      {thread && (
        <div className="beside thread">
          <Stack gap="md">
            <Text>{detailOf(t, thread)}</Text>
            {thread.records.length > 1 && <Text>{t('threads.several')}</Text>}
            <Group gap="sm">
              <MarkRead thread={thread} items={thread.items} />
            </Group>
            <Reply thread={thread} items={thread.items} />
            <OptOut thread={thread} />
          </Stack>
          <ThreadMessages query={query} />
        </div>
      )}
    </Page>
  );
}
