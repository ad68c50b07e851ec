import { queryOptions } from '@tanstack/react-query';
import { ProblemError } from '../../../contract/client.ts';
import { api } from './client.ts';

export type Session = Awaited<ReturnType<typeof api.getSession>>;

/** Who is logged in, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await api.getSession();
    } catch (error) {
      if (isNotLoggedIn(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.problem?.code === code;
export const isNotLoggedIn = (error: unknown): boolean => isProblem(error, 'not-logged-in');
export const lacksSecondFactor = (error: unknown): boolean => isProblem(error, 'second-factor-required');
/** The password has to be given again before one's own login is changed. */
export const needsConfirmation = (error: unknown): boolean => isProblem(error, 'confirmation-needed');

/** The person of a session; a page is never opened with an API token. */
export function personOf(session: Session): { readonly name: string; readonly loginName: string } {
  const person = session.worker ?? session.employee ?? session.contact ?? session.operator;
  if (!person) throw new Error('the session is nobody’s');
  return person;
}
