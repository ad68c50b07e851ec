import { type Conversation, NoAnswer } from './channel.ts';
import { errorText, type FinalResult, finalResult, type ModemError } from './final-result.ts';
import { LIMITS } from './limits.ts';
import { HEXADECIMAL } from './unsolicited.ts';

const ESCAPE = '\x1b';

/** A command that must not fail failed. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly reason: ModemError;

  /** @param name of the command, without its parameters: they may be secret */
  constructor(name: string, reason: ModemError) {
    super(`${name} was answered with ${errorText(reason)}`);
    this.reason = reason;
  }
}

export interface Answer {
  readonly result: FinalResult;
  /** the lines with the expected prefix, without it */
  readonly information: readonly string[];
  /** the lines that follow them, where they are PDUs */
  readonly pdus: readonly string[];
  /** all other lines: those of answers without a prefix, and what a modem says besides */
  readonly lines: readonly string[];
}

export interface CommandOptions {
  /** such as `+CPIN`: an OK without such a line belongs to an earlier command and is passed over */
  readonly expect?: string;
  /** the expected lines may be missing, as in an empty list, and each has a PDU on the next line */
  readonly list?: boolean;
  /** the OK behind the expected line may never come */
  readonly okMayMiss?: boolean;
  readonly timeoutMs?: number;
}

/** The name of a command without its parameters. */
function nameOf(command: string): string {
  return command.replace(/[=?].*$/, '');
}

/** One command and its answer, final result included. Lines that it does not expect are passed over. */
export async function ask(io: Conversation, command: string, options: CommandOptions = {}): Promise<Answer> {
  const { expect, list = false, okMayMiss = false, timeoutMs = LIMITS.command } = options;
  const information: string[] = [];
  const pdus: string[] = [];
  const lines: string[] = [];
  using limit = io.limit(timeoutMs, nameOf(command));
  io.write(`${command}\r`);
  for (;;) {
    if (okMayMiss && information.length > 0) {
      await awaitOk(io);
      return { result: 'OK', information, pdus, lines };
    }
    const incoming = await io.next(limit);
    if (incoming.kind === 'prompt') continue;
    const { line } = incoming;
    const result = finalResult(line);
    if (result !== undefined) {
      if (result === 'OK' && expect !== undefined && !list && information.length === 0) continue;
      return { result, information, pdus, lines };
    }
    if (expect !== undefined && line.startsWith(`${expect}:`)) information.push(line.slice(expect.length + 1).trim());
    else if (list && pdus.length < information.length && HEXADECIMAL.test(line)) pdus.push(line);
    else lines.push(line);
  }
}

/** The final result behind a line that tells enough. True when it came; what comes late passes for the next answer. */
export async function awaitOk(io: Conversation): Promise<boolean> {
  using limit = io.limit(LIMITS.finalOk, 'with OK');
  try {
    for (;;) {
      const incoming = await io.next(limit);
      if (incoming.kind === 'line' && finalResult(incoming.line) !== undefined) return true;
    }
  } catch (error) {
    if (error instanceof NoAnswer) return false;
    throw error;
  }
}

/** Like `ask`, for commands that every modem must know. Throws CommandFailed. */
export async function demand(io: Conversation, command: string, options: CommandOptions = {}): Promise<Answer> {
  const answer = await ask(io, command, options);
  if (answer.result !== 'OK') throw new CommandFailed(nameOf(command), answer.result);
  return answer;
}

/**
 * Leaves the prompt, if the modem stands there, and waits until everything said before is answered: AT+CMGF? alone is
 * answered with `+CMGF:`. Throws NoAnswer, or an error when the modem has lost its settings.
 */
export async function getInStep(io: Conversation): Promise<void> {
  io.discard();
  using limit = io.limit(LIMITS.inStep, 'AT+CMGF');
  io.write(`${ESCAPE}\rAT+CMGF?\r`);
  let mode: string | undefined;
  for (;;) {
    const incoming = await io.next(limit);
    if (incoming.kind === 'prompt') continue;
    mode ??= /^\+CMGF:\s*(\d)$/.exec(incoming.line)?.[1];
    if (mode !== undefined && incoming.line === 'OK') break;
  }
  if (mode !== '0') throw new CommandFailed('AT+CMGF', { source: 'none' });
}
