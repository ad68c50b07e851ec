import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export type Template = Awaited<ReturnType<typeof api.getMessageTemplate>>;

/** Of each list of templates, also where one of them is chosen. */
export const TEMPLATES = ['message-templates'] as const;

export const listQuery = (search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...TEMPLATES, 'list', search],
    queryFn: ({ pageParam }) =>
      api.listMessageTemplates({
        query: { ...(search !== undefined && { search }), ...(pageParam !== '' && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Milliseconds in which a new one comes to its own address; whoever opens one later asks for it anew. */
const KEPT = 1000;

/** Asked for once when it is opened: what is typed is never based on another version than that which is shown. */
export const templateQuery = (messageTemplateId: string) =>
  queryOptions({
    queryKey: ['message-template', messageTemplateId],
    queryFn: () => api.getMessageTemplate({ params: { messageTemplateId } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT,
  });
