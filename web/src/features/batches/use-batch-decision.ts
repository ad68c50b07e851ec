import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BATCHES, type Batch, batchQuery } from './queries.ts';

/** Does something to a batch; the answer is how it is then. The list and the lines are asked for anew. */
export function useBatchDecision(decide: () => Promise<Batch>, onDone = () => {}) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: async (batch) => {
      queryClient.setQueryData(batchQuery(batch.id).queryKey, batch);
      onDone();
      await queryClient.invalidateQueries({ queryKey: BATCHES });
    },
  });
}
