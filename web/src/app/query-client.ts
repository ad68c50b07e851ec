import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isNotLoggedIn, lacksSecondFactor, sessionQuery } from '../api/session.ts';

/** What may come of anything that is asked. */
export interface SessionEvents {
  /** nobody is logged in any more */
  readonly onSessionOver: () => void;
  /** the agency asks for a second factor since, which this session has not given */
  readonly onSecondFactorAsked: () => void;
}

export function createQueryClient({ onSessionOver, onSecondFactorAsked }: SessionEvents): QueryClient {
  const onError = (error: Error) => {
    if (isNotLoggedIn(error)) {
      queryClient.setQueryData(sessionQuery.queryKey, null);
      onSessionOver();
    }
    if (lacksSecondFactor(error)) {
      // what is known of the session is of before
      queryClient.removeQueries(sessionQuery);
      onSecondFactorAsked();
    }
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // the reader sees what is wrong at once, and has a button to try again
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  return queryClient;
}
