import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { api } from '../../api/client.ts';
import { TextLink } from '../../ui/links.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { stateName } from '../messages/state-name.ts';
import { TONE } from '../messages/states.ts';
import type { ThreadMessage } from './queries.ts';
import { textOf } from './text-of.ts';

type Page = Awaited<ReturnType<typeof api.getThread>>;

/** What came and what went, newest first, page by page. */
export function ThreadMessages({ query }: { readonly query: UseInfiniteQueryResult<InfiniteData<Page>> }) {
  const { t } = useTranslation();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return (
    <Stack gap="sm" component="section" aria-labelledby="thread-messages">
      <Title order={2} size="h3" id="thread-messages">
        {t('threads.messages')}
      </Title>
      <ol className="conversation">
        {data?.pages.flatMap(({ items }) =>
          items.map((message) => (
            <li key={message.id} data-direction={message.direction}>
              <MessageHead message={message} />
              <Paper withBorder p="sm" className="as-written">
                {textOf(t, message)}
              </Paper>
            </li>
          )),
        )}
      </ol>
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
    </Stack>
  );
}

function MessageHead({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const at = <time dateTime={message.at}>{moment(message.at)}</time>;
  if (message.direction === 'in')
    return (
      <Text size="sm">
        {t('threads.in')} · {at}
        {message.missing && ` · ${t('threads.missing', { count: message.missing.length })}`}
      </Text>
    );
  return (
    <Text size="sm">
      {t('threads.out')} ·{' '}
      <TextLink to="/message" search={{ id: message.id }} underline="always">
        {at}
      </TextLink>{' '}
      <span className="state" data-tone={TONE[message.state]}>
        {stateName(message.state)}
      </span>
    </Text>
  );
}
