import type * as z from 'zod/mini';
import { routes } from '../../contract/routes/index.ts';

interface Def {
  readonly error?: (issue: object) => string | { readonly message: string } | undefined;
  readonly checks?: readonly { readonly _zod: { readonly def: Def } }[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}

/** Every message that the schemas of the routes' queries and bodies bring themselves, with the first place that has it. */
export function messagesOf(functionName: string): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<unknown>();
  const note = ({ error }: Def, place: string) => {
    const said = error?.({ code: 'custom', input: undefined });
    const message = typeof said === 'object' ? said.message : said;
    if (message !== undefined && !found.has(message)) found.set(message, place);
  };
  /** Whatever lies in a definition and is a schema: fields, elements, options, what is within. */
  const walk = (schema: unknown, place: string): void => {
    const def = (schema as { _zod?: { def: Def } } | undefined)?._zod?.def;
    if (!def || seen.has(schema)) return;
    seen.add(schema);
    note(def, place);
    for (const check of def.checks ?? []) note(check._zod.def, place);
    const within = [...Object.values(def), ...Object.values(def.shape ?? {})].flat();
    for (const one of within) walk(one, place);
  };
  for (const [name, { function: of, query, body }] of Object.entries(routes as Readonly<Record<string, Routed>>)) {
    if (of !== functionName) continue;
    walk(query, `the query of ${name}`);
    walk(body, `the body of ${name}`);
  }
  return found;
}

interface Routed {
  readonly function: string;
  readonly query?: unknown;
  readonly body?: unknown;
}
