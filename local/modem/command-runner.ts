import { commandsOf } from './command-line.ts';
import { CommandError, errorLine } from './error-line.ts';
import type { Handlers } from './handlers.ts';
import type { ModemMemory } from './modem-memory.ts';
import type { Profile } from './profiles.ts';
import type { TerminalOutput } from './terminal-output.ts';

export interface CommandRunnerOptions {
  readonly memory: ModemMemory;
  readonly profile: () => Profile;
  readonly output: TerminalOutput;
  readonly handlers: Handlers;
  readonly prompting: () => boolean;
  /** how often the modem has started */
  readonly starts: () => number;
}

/** Runs command lines, and says what comes of them. */
export class CommandRunner {
  readonly #options: CommandRunnerOptions;

  constructor(options: CommandRunnerOptions) {
    this.#options = options;
  }

  run(line: string): void {
    const { handlers, output, prompting, starts } = this.#options;
    const answer: string[] = [];
    const before = starts();
    try {
      const commands = commandsOf(line);
      if (commands === null) return;
      for (const command of commands) {
        const handler = handlers[command.name];
        if (!handler) throw new CommandError();
        answer.push(...handler(command));
      }
      // A modem that started anew knows nothing of the command.
      if (starts() !== before) return;
      if (prompting()) output.prompt();
      else output.say(this.#endsWithoutOk(answer) ? answer : [...answer, 'OK']);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      output.say([...answer, this.errorLine(error)]);
    }
  }

  errorLine(error: CommandError): string {
    return errorLine(error, this.#options.memory.errorFormat, this.#options.profile().messageErrors);
  }

  /** Some models end AT+CPIN? with its line. */
  #endsWithoutOk(answer: readonly string[]): boolean {
    return this.#options.profile().pinWithoutOk && answer.at(-1)?.startsWith('+CPIN: ') === true;
  }
}
