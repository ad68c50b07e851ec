import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './client.ts';
import { useMay } from './use-may.ts';

export const employeesQuery = queryOptions({
  queryKey: ['employees'],
  queryFn: () => api.listEmployees({ query: { limit: 100 } }),
});

/** What somebody of the staff is called, for who may see employees: no page puts an id in front of a reader. */
export function useNameOf(): (employeeId: string) => string | undefined {
  const { data } = useQuery({ ...employeesQuery, enabled: useMay('employees:read') });
  return (employeeId) => data?.items.find(({ id }) => id === employeeId)?.name;
}
