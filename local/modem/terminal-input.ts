const CR = 0x0d;
const LF = 0x0a;
const ESC = 0x1b;
const CTRL_Z = 0x1a;

export interface InputHandlers {
  readonly echo: (text: string) => void;
  readonly onLine: (line: string) => void;
  /** the text typed at a prompt; null when ESC gave it up */
  readonly onText: (text: string | null) => void;
}

/**
 * What the terminal types: command lines that end with CR, or after a prompt a text that ends with Ctrl-Z or ESC. It knows
 * nothing of connections: a prompt left open by one terminal swallows what the next one types.
 */
export class TerminalInput {
  readonly #handlers: InputHandlers;
  #octets: number[] = [];
  #typed = '';
  #prompt = false;
  #paused = false;

  constructor(handlers: InputHandlers) {
    this.#handlers = handlers;
  }

  get prompting(): boolean {
    return this.#prompt;
  }

  openPrompt(): void {
    this.#prompt = true;
  }

  /** Until `resume` what is typed waits: the modem is busy. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#work();
  }

  push(octets: Uint8Array): void {
    this.#octets.push(...octets);
    this.#work();
  }

  /** Forgets what waits unread; a half-typed line or text stays. */
  discardUnread(): void {
    this.#octets = [];
  }

  /** The modem starts anew: nothing that was typed is left, and no prompt. */
  reset(): void {
    this.#octets = [];
    this.#typed = '';
    this.#prompt = false;
    this.#paused = false;
  }

  #work(): void {
    while (!this.#paused) {
      const octet = this.#octets.shift();
      if (octet === undefined) return;
      if (octet !== ESC && octet !== CTRL_Z) this.#handlers.echo(String.fromCharCode(octet));
      if (this.#prompt) this.#takeText(octet);
      else this.#takeCommand(octet);
    }
  }

  #takeCommand(octet: number): void {
    if (octet === CR) this.#handlers.onLine(this.#taken());
    else if (octet !== LF) this.#typed += String.fromCharCode(octet);
  }

  #takeText(octet: number): void {
    if (octet === ESC || octet === CTRL_Z) {
      this.#prompt = false;
      const text = this.#taken();
      this.#handlers.onText(octet === ESC ? null : text);
    } else if (octet !== CR && octet !== LF) this.#typed += String.fromCharCode(octet);
  }

  #taken(): string {
    const typed = this.#typed;
    this.#typed = '';
    return typed;
  }
}
