import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export type OptOut = Awaited<ReturnType<typeof api.getOptOut>>;

const OPT_OUTS = ['opt-outs'] as const;
/** What changes when somebody wants no SMS, or wants them again: conversations show it too. */
export const OF_CHOICES = [OPT_OUTS, ['threads']] as const;

export const optOutQuery = (optOutId: string) =>
  queryOptions({
    queryKey: [...OPT_OUTS, 'one', optOutId],
    queryFn: () => api.getOptOut({ params: { optOutId } }),
  });

export const optOutsQuery = infiniteQueryOptions({
  queryKey: [...OPT_OUTS, 'list'],
  queryFn: ({ pageParam }) => api.listOptOuts({ query: pageParam === '' ? {} : { cursor: pageParam } }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
});
