import { ProblemError } from '../../../contract/client.ts';

/** What the API refused of these fields, all of it at its own; it says so in the language of the page. */
export function fieldRefusals(error: unknown, fields: readonly string[]): Record<string, string> {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  if (problem?.code !== 'invalid-request') return {};
  const own = (problem.errors ?? []).filter(({ path }) => fields.includes(path));
  const byField = Map.groupBy(own, ({ path }) => path);
  return Object.fromEntries([...byField].map(([path, all]) => [path, all.map(({ message }) => message).join(' · ')]));
}
