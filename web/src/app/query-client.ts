import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isNotLoggedIn, sessionQuery } from '../api/session.ts';

/** `onSessionOver`: whatever was asked, the API said that nobody is logged in any more */
export function createQueryClient(onSessionOver: () => void): QueryClient {
  const onError = (error: Error) => {
    if (!isNotLoggedIn(error)) return;
    queryClient.setQueryData(sessionQuery.queryKey, null);
    onSessionOver();
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // the reader sees what is wrong at once, and has a button to try again
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  return queryClient;
}
