import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

export interface Agency {
  readonly slug: string;
  readonly name: string;
}

const agencyQuery = (slug: string) =>
  queryOptions({
    queryKey: ['agency', slug],
    queryFn: () => api.getAgency({ params: { slug } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The agency of this short name; undefined where there is none, or nobody can say now: the reader then gives it by hand. */
export async function findAgency(queryClient: QueryClient, slug: string | null): Promise<Agency | undefined> {
  if (!slug) return undefined;
  const { name } = await queryClient.ensureQueryData(agencyQuery(slug)).catch(() => ({ name: undefined }));
  return name === undefined ? undefined : { slug, name };
}
