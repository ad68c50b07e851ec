import { queryOptions } from '@tanstack/react-query';
import { currentLanguage } from '../texts/i18n.ts';
import { api } from './client.ts';

export type MessagingService = Awaited<ReturnType<typeof api.listMessagingServices>>['items'][number];

/** The services by which the agency sends. Part of it is text in the reader's language. */
export const servicesQuery = () =>
  queryOptions({
    queryKey: ['messaging-services', currentLanguage()],
    queryFn: () => api.listMessagingServices(),
  });
