import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MESSAGES, type Message, messageQuery } from './queries.ts';

/** Does something to a message; the answer is how it is then. The lists are asked for anew when they are looked at. */
export function useDecision<D = void>(decide: (decision: D) => Promise<Message>, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: async (message) => {
      queryClient.setQueryData(messageQuery(message.id).queryKey, message);
      onDone();
      await queryClient.invalidateQueries({ queryKey: MESSAGES });
    },
  });
}
