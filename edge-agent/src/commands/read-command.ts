import * as z from 'zod/mini';
import { type Command, command, commandId } from '../../../contract/edge.ts';
import { instant } from '../../../contract/fields.ts';

/** What every command has, also one of a kind that this version does not know. */
const header = z.object({ commandId, kind: z.string(), notAfter: instant });
const known: readonly string[] = command.def.options.flatMap(({ def }) => def.shape.kind.def.values);

export type ReadCommand = z.infer<typeof header> & ({ readonly command: Command } | { readonly unreadable: string });

/** Undefined when it can't even be answered. */
export function readCommand(given: unknown): ReadCommand | undefined {
  const read = header.safeParse(given);
  if (!read.success) return undefined;
  const whole = command.safeParse(given);
  if (whole.success) return { ...read.data, command: whole.data };
  const { kind } = read.data;
  return {
    ...read.data,
    unreadable: known.includes(kind)
      ? `the command ${kind} does not have the form that this agent's version knows`
      : `this agent's version doesn't know the command ${kind.slice(0, 64)}`,
  };
}
