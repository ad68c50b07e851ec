import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export type Selection = Awaited<ReturnType<typeof api.getSelection>>;
export type Member = Awaited<ReturnType<typeof api.listMembers>>['items'][number];

/** Of all selections of the reader, and of each. */
export const SELECTIONS = ['selections'] as const;
const PAGE_SIZE = 25;

export const selectionsQuery = queryOptions({
  queryKey: [...SELECTIONS, 'list'],
  queryFn: () => api.listSelections(),
});

export const selectionQuery = (selectionId: string) =>
  queryOptions({
    queryKey: [...SELECTIONS, 'one', selectionId],
    queryFn: () => api.getSelection({ params: { selectionId } }),
  });

export const membersQuery = (selectionId: string) =>
  infiniteQueryOptions({
    queryKey: [...SELECTIONS, 'members', selectionId],
    queryFn: ({ pageParam }) =>
      api.listMembers({
        params: { selectionId },
        query: { limit: PAGE_SIZE, ...(pageParam !== '' && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
