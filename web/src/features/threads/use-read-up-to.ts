import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { THREADS, type Thread, type ThreadMessage } from './queries.ts';

/** Marks a thread as read up to the newest message that is shown; what comes meanwhile stays unread. */
export function useReadUpTo({ id, last }: Thread, items: readonly ThreadMessage[]) {
  const queryClient = useQueryClient();
  const upTo = items.find(({ direction }) => direction === 'in')?.id ?? last?.id;
  return useMutation({
    mutationFn: async () => {
      if (upTo !== undefined) await api.markThreadRead({ params: { threadId: id }, body: { upTo } });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: THREADS }),
  });
}
