import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export type Webhook = Awaited<ReturnType<typeof api.getWebhook>>;
export type Delivery = Awaited<ReturnType<typeof api.listWebhookDeliveries>>['items'][number];

export const WEBHOOKS = ['webhooks'] as const;
export const webhooksQuery = queryOptions({ queryKey: [...WEBHOOKS, 'all'], queryFn: () => api.listWebhooks() });

export const deliveriesQuery = (webhookId: string) =>
  infiniteQueryOptions({
    queryKey: [...WEBHOOKS, 'deliveries', webhookId],
    queryFn: ({ pageParam }) =>
      api.listWebhookDeliveries({ params: { webhookId }, query: { ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
