import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

type Page = Awaited<ReturnType<typeof api.getThread>>;
export type Thread = Omit<Page, 'items' | 'nextCursor'>;
export type ThreadMessage = Page['items'][number];

/** Of the list and of what hangs on it. */
export const THREADS = ['threads'] as const;

/** Milliseconds until the next look at what came in; a page that nobody sees does not look. */
const LOOK_AGAIN = 5000;

export const listQuery = infiniteQueryOptions({
  queryKey: [...THREADS, 'list'],
  queryFn: ({ pageParam }) => api.listThreads({ query: pageParam === '' ? {} : { cursor: pageParam } }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
  refetchInterval: LOOK_AGAIN,
});

export const threadQuery = (threadId: string) =>
  infiniteQueryOptions({
    queryKey: [...THREADS, 'one', threadId],
    queryFn: ({ pageParam }) =>
      api.getThread({ params: { threadId }, query: pageParam === '' ? {} : { cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: LOOK_AGAIN,
  });
