import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SELECTIONS } from './queries.ts';

/** Changes something about the reader's selections; they are asked for anew then. */
export function useChange<V = void>(change: (value: V) => Promise<unknown>, onDone = () => {}) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: SELECTIONS });
    },
  });
}
