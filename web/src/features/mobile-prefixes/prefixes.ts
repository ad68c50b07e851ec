import { ProblemError } from '../../../../contract/client.ts';

/** One in a line; commas do too. */
export const prefixesOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** What the API refused, with the prefix that it is about. */
export function prefixRefusal(error: unknown, prefixes: readonly string[]): Record<string, string> {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const said = (problem?.code === 'invalid-request' ? (problem.errors ?? []) : []).map(({ path, message }) => {
    const prefix = prefixes[Number(/^prefixes\[(\d+)\]$/.exec(path)?.[1])];
    return prefix === undefined ? message : `${prefix}: ${message}`;
  });
  return said.length === 0 ? {} : { prefixes: said.join(' · ') };
}
