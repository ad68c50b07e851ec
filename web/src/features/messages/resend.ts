import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MAX_COPIES } from '../../../../contract/copies-at-most.ts';
import { api } from '../../api/client.ts';
import { useOnceKey } from '../sms/once-key.ts';
import { MESSAGES } from './queries.ts';

export type Copied = Awaited<ReturnType<typeof api.resendMessages>>['items'][number];

/** Sends messages once more, as many as one request takes at a time. Trying again makes no second copy of any. */
export function useResend(onSent: () => void) {
  const once = useOnceKey();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (messageIds: readonly string[]): Promise<Copied[]> => {
      const key = once.keyFor(messageIds);
      const copied: Copied[] = [];
      for (let begin = 0; begin < messageIds.length; begin += MAX_COPIES) {
        const body = { messageIds: messageIds.slice(begin, begin + MAX_COPIES) };
        copied.push(...(await api.resendMessages({ body, idempotencyKey: `${key}-${begin}` })).items);
      }
      return copied;
    },
    onSuccess: async () => {
      once.answered();
      onSent();
      await queryClient.invalidateQueries({ queryKey: MESSAGES });
    },
  });
}
