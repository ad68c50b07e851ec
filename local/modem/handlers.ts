import type { Command } from './command-line.ts';
import { CommandError } from './error-line.ts';

/** The answer's lines before OK; a CommandError takes the place of OK. */
export type Handler = (command: Command) => readonly string[];
export type Handlers = Readonly<Record<string, Handler>>;

/** A numeric setting with `=?`, `?` and `=n`. */
export function setting<Value extends number>(
  name: string,
  allowed: readonly Value[],
  get: () => Value,
  set: (value: Value) => void,
): Handler {
  return ({ kind, values }) => {
    if (kind === 'test') return [`${name}: (${allowed.join(',')})`];
    if (kind === 'read') return [`${name}: ${get()}`];
    set(oneOf(values[0], allowed));
    return [];
  };
}

export function oneOf<Value extends number>(text: string | undefined, allowed: readonly Value[]): Value {
  const value = allowed.find((candidate) => String(candidate) === text);
  if (value === undefined) throw new CommandError();
  return value;
}

/** Takes these values and changes nothing. */
export function only(allowed: readonly number[]): Handler {
  return ({ values }) => {
    oneOf(values[0], allowed);
    return [];
  };
}

/** What the modem is or has, named by the command alone. */
export function identity(text: () => string): Handler {
  return ({ kind }) => (kind === 'execute' ? [text()] : []);
}
