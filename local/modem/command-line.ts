import { CommandError } from './error-line.ts';

/** `AT+CREG?` is a read, `=?` a test, `=1` a set, and nothing behind the name an execute. */
export interface Command {
  readonly name: string;
  readonly kind: 'execute' | 'read' | 'test' | 'set';
  /** of a set, split at its commas, quotes taken off */
  readonly values: readonly string[];
}

const BASIC = /^(&?[A-Z])(\d*)/i;
const EXTENDED = /^\+([A-Z]+)(?:(=\?)|(\?)|=((?:"[^"]*"|[^";])*))?(?:;|$)/i;

/**
 * Cuts a command line (ITU-T V.250 section 5.2) into its commands; null when it has no AT, which a modem passes over in
 * silence. Throws CommandError for what is no command.
 */
export function commandsOf(line: string): Command[] | null {
  const start = line.search(/at/i);
  if (start < 0) return null;
  const commands: Command[] = [];
  for (let rest = line.slice(start + 2).trim(); rest !== ''; ) {
    const match = EXTENDED.exec(rest) ?? BASIC.exec(rest);
    if (!match) throw new CommandError();
    commands.push(rest.startsWith('+') ? extended(match) : basic(match));
    rest = rest.slice(match[0].length).trimStart();
  }
  return commands;
}

function basic([, name, value]: RegExpExecArray): Command {
  return { name: (name as string).toUpperCase(), kind: 'set', values: [value || '0'] };
}

function extended([, name, test, read, value]: RegExpExecArray): Command {
  const kind = test ? 'test' : read ? 'read' : value !== undefined ? 'set' : 'execute';
  return { name: `+${(name as string).toUpperCase()}`, kind, values: value === undefined ? [] : valuesOf(value) };
}

function valuesOf(value: string): string[] {
  return value.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((item) => item.trim().replace(/^"(.*)"$/, '$1'));
}
