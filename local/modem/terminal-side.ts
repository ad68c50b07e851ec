import { Announcements } from './announcements.ts';
import { LineServer } from './line-server.ts';
import type { ModemMemory } from './modem-memory.ts';
import type { Profile } from './profiles.ts';
import type { Settings } from './settings.ts';
import { TerminalInput } from './terminal-input.ts';
import { TerminalOutput } from './terminal-output.ts';

export interface TerminalSideOptions {
  readonly memory: ModemMemory;
  readonly settings: () => Settings;
  readonly profile: () => Profile;
  /** it neither starts nor hangs */
  readonly running: () => boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onLine: (line: string) => void;
  /** the text typed at a prompt; null when ESC gave it up */
  readonly onText: (text: string | null) => void;
}

/** The modem's line, what is typed on it and what is said on it. */
export class TerminalSide {
  readonly line: LineServer;
  readonly input: TerminalInput;
  readonly output: TerminalOutput;
  readonly announcements: Announcements;
  readonly #options: TerminalSideOptions;

  constructor(options: TerminalSideOptions) {
    this.#options = options;
    const { memory, settings, profile, onOpen, onClose, onLine, onText } = options;
    this.line = new LineServer({
      onOpen,
      onClose,
      onData: (octets) => {
        if (this.awake) this.input.push(octets);
      },
      fragmentOctets: () => settings().fragmentOctets,
      baud: () => settings().baud,
    });
    this.output = new TerminalOutput({
      write: (text) => {
        if (this.awake) this.line.write(text);
      },
      interleave: () => settings().interleave,
      chatter: () => profile().chatter,
    });
    this.input = new TerminalInput({
      echo: (text) => {
        if (memory.echo) this.output.echo(text);
      },
      onLine,
      onText,
    });
    this.announcements = new Announcements(
      () => this.listens,
      (line) => this.output.line(line),
    );
  }

  /** It hears and says. */
  get awake(): boolean {
    return this.#options.running() && !this.#options.settings().silent;
  }

  /** A terminal is there, and not in the middle of a text. */
  get listens(): boolean {
    return this.line.connected && this.awake && !this.input.prompting;
  }
}
