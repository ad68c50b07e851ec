import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export type Statement = Awaited<ReturnType<typeof api.getCreditStatement>>;
export type StatementLine = Statement['lines'][number];
export type Tariff = NonNullable<Awaited<ReturnType<typeof api.getCredits>>['tariff']>;

export const creditsQuery = queryOptions({ queryKey: ['credits'], queryFn: () => api.getCredits() });

export const statementQuery = (month: string | undefined) =>
  queryOptions({
    queryKey: ['credits', 'statement', month ?? ''],
    queryFn: () => api.getCreditStatement({ query: { ...(month !== undefined && { month }) } }),
  });

export const chargesQuery = (day: string) =>
  infiniteQueryOptions({
    queryKey: ['credits', 'charges', day],
    queryFn: ({ pageParam }) =>
      api.listCreditCharges({ params: { day }, query: { ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
