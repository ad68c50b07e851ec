import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MessageState } from '../../../../contract/message-states.ts';
import { api } from '../../api/client.ts';
import { currentLanguage } from '../../texts/i18n.ts';
import { type ListFilter, queryOf } from './filter.ts';

export type Message = Awaited<ReturnType<typeof api.getMessage>>;
export type MessageSummary = Awaited<ReturnType<typeof api.listMessages>>['items'][number];

/** Of the list and of what hangs on it. Reasons come in the reader's language. */
export const MESSAGES = ['messages'] as const;
export const PAGE_SIZE = 25;

export const listQuery = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: [...MESSAGES, 'list', currentLanguage(), filter],
    queryFn: ({ pageParam }) =>
      api.listMessages({
        query: { ...queryOf(filter), limit: PAGE_SIZE, ...(pageParam !== '' && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Milliseconds until the next look at what is still on its way; a report from the network takes its time. */
const LOOK_AGAIN: Partial<Readonly<Record<MessageState, number>>> = {
  ...{ accepted: 2000, 'handed-over': 2000, calling: 2000 },
  submitted: 10_000,
};

export const messageQuery = (messageId: string) =>
  queryOptions({
    queryKey: [...MESSAGES, 'one', currentLanguage(), messageId],
    queryFn: () => api.getMessage({ params: { messageId } }),
    refetchInterval: ({ state: { data } }) => (data && LOOK_AGAIN[data.state]) ?? false,
  });

/** Templates that are offered; an agency has some tens. */
export const templatesQuery = queryOptions({
  queryKey: ['message-templates'],
  queryFn: () => api.listMessageTemplates({ query: { limit: 100 } }),
});

/** The newest: older ones are found by their days. */
export const batchesQuery = queryOptions({
  queryKey: ['message-batches'],
  queryFn: () => api.listMessageBatches({ query: { limit: 50 } }),
});
