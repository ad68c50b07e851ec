import { useQueryClient } from '@tanstack/react-query';
import { OF_CHOICES } from './queries.ts';

/** Has what the pages know of who wants no SMS asked for anew. */
export function useChoicesChanged() {
  const queryClient = useQueryClient();
  return () => Promise.all(OF_CHOICES.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
