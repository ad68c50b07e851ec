export interface OutputOptions {
  readonly write: (text: string) => void;
  /** said in front of every line of an answer */
  readonly interleave: () => readonly string[];
  /** said in front of an answer, one each time, in turn */
  readonly chatter: () => readonly string[];
}

/** What the modem says (ITU-T V.250 section 5.7): lines between CR LF, and prompts. */
export class TerminalOutput {
  readonly #options: OutputOptions;
  #answers = 0;

  constructor(options: OutputOptions) {
    this.#options = options;
  }

  say(lines: readonly string[]): void {
    this.#chatter();
    for (const line of lines) {
      this.#interleave();
      this.line(line);
    }
  }

  prompt(): void {
    this.#chatter();
    this.#interleave();
    this.#options.write('\r\n> ');
  }

  line(line: string): void {
    this.#options.write(`\r\n${line}\r\n`);
  }

  /** A line and the PDU that belongs to it. */
  pdu(line: string, hex: string): void {
    this.#options.write(`\r\n${line}\r\n${hex}\r\n`);
  }

  echo(text: string): void {
    this.#options.write(text);
  }

  #interleave(): void {
    for (const line of this.#options.interleave()) this.line(line);
  }

  #chatter(): void {
    const lines = this.#options.chatter();
    const line = lines[this.#answers++ % lines.length];
    if (line !== undefined) this.line(line);
  }
}
