import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { currentLanguage } from '../../texts/i18n.ts';
import { lookAgain } from './states.ts';

export type Batch = Awaited<ReturnType<typeof api.getMessageBatch>>;
export type BatchLine = Awaited<ReturnType<typeof api.listBatchLines>>['items'][number];

/** Of the list and of each batch. What is wrong with one comes in the reader's language. */
export const BATCHES = ['message-batches'] as const;
const PAGE_SIZE = 25;

export const batchListQuery = () =>
  infiniteQueryOptions({
    queryKey: [...BATCHES, 'list', currentLanguage()],
    queryFn: ({ pageParam }) =>
      api.listMessageBatches({ query: { limit: PAGE_SIZE, ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: [...BATCHES, 'one', currentLanguage(), batchId],
    queryFn: () => api.getMessageBatch({ params: { batchId } }),
    refetchInterval: ({ state: { data, error } }) => (data && !error ? lookAgain(data) : false),
  });

export const linesQuery = (batchId: string) =>
  infiniteQueryOptions({
    queryKey: [...BATCHES, 'lines', currentLanguage(), batchId],
    queryFn: ({ pageParam }) =>
      api.listBatchLines({
        params: { batchId },
        query: { limit: PAGE_SIZE, ...(pageParam !== '' && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
