import type { Transport } from '../../../edge-agent/src/ports.ts';

/** What the modem says to a command or a text; nothing when undefined. */
type Script = (modem: ScriptedModem, said: string) => string | undefined;

const OK = '\r\nOK\r\n';

/** What a well-behaved modem answers while it is initialised. */
const GOOD_MANNERS: Readonly<Record<string, string>> = {
  'AT+CFUN?': `\r\n+CFUN: 1\r\n${OK}`,
  'AT+CPIN?': `\r\n+CPIN: READY\r\n${OK}`,
  'AT+CREG?': `\r\n+CREG: 1,1\r\n${OK}`,
  'AT+CEREG=1': '\r\nERROR\r\n',
  'AT+CSQ': `\r\n+CSQ: 21,99\r\n${OK}`,
  'AT+COPS?': `\r\n+COPS: 0,0,"Heraut Test"\r\n${OK}`,
  'AT+CSCA?': `\r\n+CSCA: "+31653131316",145\r\n${OK}`,
  'AT+CSMS=1': `\r\n+CSMS: 1,1,1\r\n${OK}`,
  'AT+CMGF?': `\r\n+CMGF: 0\r\n${OK}`,
  'AT+CPMS="SR"': '\r\n+CMS ERROR: 302\r\n',
  'AT+CNMI=2,1,0,2,0': '\r\n+CMS ERROR: 302\r\n',
};

/**
 * A transport whose other end is a script. Commands that no script names get the answers of a well-behaved modem with
 * direct delivery reports (+CDS) that want to be acknowledged.
 */
export class ScriptedModem implements Transport {
  /** commands, `<text>` with Ctrl-Z, and `<escape>`, in the order they came */
  readonly heard: string[] = [];
  /** hexadecimal, as given with Ctrl-Z */
  readonly texts: string[] = [];
  opened = 0;
  /** says again what it hears, whatever ATE0 asked for */
  echo = false;
  /** how often `open` fails from now on */
  refusals = 0;
  #open = false;
  #prompting = false;
  #input = '';
  #scripts: { readonly command: RegExp; readonly script: Script }[] = [];
  #text: Script = (_, text) => `\r\n+CMGS: ${text.length % 256}\r\n${OK}`;
  #onData: (bytes: Uint8Array) => void = () => {};
  #onClose: (reason: string) => void = () => {};
  #waiting = new Set<() => void>();

  /** Answers commands that match; the latest script first. */
  on(command: RegExp, script: Script | string): this {
    this.#scripts.unshift({ command, script: typeof script === 'string' ? () => script : script });
    return this;
  }
  onText(script: Script | string): this {
    this.#text = typeof script === 'string' ? () => script : script;
    return this;
  }

  /** Says it `piece` octets at a time. */
  say(text: string, piece = Number.POSITIVE_INFINITY): void {
    const octets = Buffer.from(text, 'latin1');
    for (let at = 0; at < octets.length && this.#open; at += piece) this.#onData(octets.subarray(at, at + piece));
  }
  prompt(): string {
    this.#prompting = true;
    return '\r\n> ';
  }
  get prompting(): boolean {
    return this.#prompting;
  }
  drop(reason = 'cut'): void {
    if (!this.#open) return;
    this.#open = false;
    this.#input = '';
    this.#onClose(reason);
  }
  /** Resolves once `heard` holds the command `times` times. */
  async hears(command: string, times = 1): Promise<void> {
    while (this.heard.filter((said) => said === command).length < times) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  async open(): Promise<void> {
    this.opened++;
    if (this.refusals-- > 0) throw new Error('nobody there');
    this.#open = true;
  }
  async write(bytes: Uint8Array): Promise<void> {
    if (!this.#open) throw new Error('not open');
    if (this.echo) this.say(Buffer.from(bytes).toString('latin1'));
    for (const octet of bytes) this.#take(String.fromCharCode(octet));
  }
  onData(listener: (bytes: Uint8Array) => void): void {
    this.#onData = listener;
  }
  onClose(listener: (reason: string) => void): void {
    this.#onClose = listener;
  }
  async close(): Promise<void> {
    this.drop('closed by us');
  }

  #take(character: string): void {
    if (character === '\x1b') {
      if (!this.#prompting) return;
      this.#prompting = false;
      this.#input = '';
      this.#hear('<escape>', () => OK);
    } else if (this.#prompting ? character === '\x1a' : character === '\r') {
      const said = this.#input;
      this.#input = '';
      if (this.#prompting) this.#hearText(said);
      else if (said !== '') this.#hear(said, this.#scriptFor(said));
    } else this.#input += character;
  }
  #hearText(text: string): void {
    this.#prompting = false;
    this.texts.push(text);
    this.#hear('<text>', (modem) => this.#text(modem, text));
  }
  #scriptFor(said: string): Script {
    const found = this.#scripts.find(({ command }) => command.test(said));
    if (found) return found.script;
    if (said.startsWith('AT+CMGS=')) return () => this.prompt();
    return () => GOOD_MANNERS[said] ?? OK;
  }
  #hear(said: string, script: Script): void {
    this.heard.push(said);
    // Answers come later than the writing ends, as on a line.
    queueMicrotask(() => {
      const answer = script(this, said);
      if (answer) this.say(answer);
      for (const wake of this.#waiting) wake();
      this.#waiting.clear();
    });
  }
}
