import { ProblemError } from '../../../contract/client.ts';

/** What the API refused of these fields, each at its own; it says so in the language of the page. */
export function fieldRefusals(error: unknown, fields: readonly string[]): Record<string, string> {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  if (problem?.code !== 'invalid-request') return {};
  const own = (problem.errors ?? []).filter(({ path }) => fields.includes(path));
  return Object.fromEntries(own.map(({ path, message }) => [path, message]));
}
