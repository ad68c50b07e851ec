import { type Command, CommandError } from './command-line.ts';
import type { ModemMemory } from './modem-memory.ts';
import type { Settings } from './settings.ts';

/** The answer's lines before OK; a CommandError takes the place of OK. */
export type Handler = (command: Command) => readonly string[];
export type Handlers = Readonly<Record<string, Handler>>;

const VERBOSE_ERRORS: Readonly<Record<number, string>> = {
  11: 'SIM PIN required',
  12: 'SIM PUK required',
  16: 'incorrect password',
};

/** Commands of V.250 and 3GPP TS 27.007: the modem itself, its SIM and its registration. */
export function generalCommands(memory: ModemMemory, settings: () => Settings): Handlers {
  const reset: Handler = () => {
    memory.reset();
    return [];
  };
  return {
    E: ({ values }) => {
      memory.echo = oneOf(values[0], [0, 1]) === 1;
      return [];
    },
    V: only([1]),
    Q: only([0]),
    Z: reset,
    '&F': reset,
    '&D': only([0, 1, 2]),
    '&K': only([0, 3]),
    '+CMEE': setting(
      '+CMEE',
      [0, 1, 2],
      () => memory.errorFormat,
      (value) => (memory.errorFormat = value),
    ),
    '+CGMI': identity('Heraut'),
    '+CGMM': identity('Simulated Modem'),
    '+CGMR': identity('1'),
    '+CGSN': identity('350000000000006'),
    '+CIMI': (command) => (memory.pin === null ? identity('204080000000001')(command) : locked(memory)),
    '+CFUN': setting(
      '+CFUN',
      [0, 1, 4],
      () => memory.functionality,
      (value) => (memory.functionality = value),
    ),
    '+CPIN': (command) => pin(memory, command),
    '+CREG': (command) => {
      const report = setting(
        '+CREG',
        [0, 1, 2],
        () => memory.registrationReports,
        (value) => (memory.registrationReports = value),
      );
      const registration = memory.functionality === 1 && memory.pin === null ? settings().registration : 0;
      return command.kind === 'read' ? [`+CREG: ${memory.registrationReports},${registration}`] : report(command);
    },
    '+COPS': ({ kind }) => (kind === 'read' ? ['+COPS: 0,0,"Heraut Test"'] : []),
    '+CSQ': () => [`+CSQ: ${settings().signal},99`],
  };
}

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
  if (value === undefined) throw new CommandError('ERROR');
  return value;
}

/** Takes these values and changes nothing. */
function only(allowed: readonly number[]): Handler {
  return ({ values }) => {
    oneOf(values[0], allowed);
    return [];
  };
}

function identity(text: string): Handler {
  return ({ kind }) => (kind === 'execute' ? [text] : []);
}

function pin(memory: ModemMemory, { kind, values }: Command): readonly string[] {
  if (kind === 'read') {
    return [`+CPIN: ${memory.pin === null ? 'READY' : memory.pinTries > 0 ? 'SIM PIN' : 'SIM PUK'}`];
  }
  if (kind !== 'set' || memory.pin === null) return [];
  if (memory.pinTries === 0) return locked(memory);
  if (values[0] === memory.pin) {
    memory.pin = null;
    return [];
  }
  memory.pinTries -= 1;
  throw cmeError(16, memory);
}

function locked(memory: ModemMemory): never {
  throw cmeError(memory.pinTries > 0 ? 11 : 12, memory);
}

/** +CME ERROR (3GPP TS 27.007 section 9.2) as AT+CMEE asks for it. */
function cmeError(code: number, memory: ModemMemory): CommandError {
  if (memory.errorFormat === 0) return new CommandError('ERROR');
  return new CommandError(`+CME ERROR: ${memory.errorFormat === 1 ? code : VERBOSE_ERRORS[code]}`);
}
