import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { currentLanguage } from '../../../texts/i18n.ts';

export type Account = Awaited<ReturnType<typeof api.getProviderAccount>>;

const ACCOUNTS = ['provider-accounts'] as const;
/** Why a route is paused comes in the reader's language. */
export const accountsQuery = () =>
  queryOptions({ queryKey: [...ACCOUNTS, currentLanguage()], queryFn: () => api.listProviderAccounts() });

export const routingQuery = queryOptions({ queryKey: ['message-routing'], queryFn: () => api.getRouting() });
