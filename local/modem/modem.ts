import { CommandError, cmsError, commandsOf } from './command-line.ts';
import { generalCommands, type Handlers } from './general-commands.ts';
import { LineServer } from './line-server.ts';
import { messageCommands } from './message-commands.ts';
import { ModemMemory } from './modem-memory.ts';
import { Network, type NetworkOptions, type Report } from './network.ts';
import { MalformedPdu } from './octets.ts';
import { ReportQueue } from './report-queue.ts';
import { type Control, changed, type Refusal, type Settings } from './settings.ts';
import { decodeSubmit, type SubmitPdu } from './submit-pdu.ts';
import type { SubmitRecord } from './submit-record.ts';
import { TerminalInput } from './terminal-input.ts';

export interface ModemState {
  /** a terminal is on the line */
  readonly connected: boolean;
  /** `> ` was written, and neither Ctrl-Z nor ESC has come */
  readonly prompting: boolean;
  /** a text was submitted, and its answer is withheld by `hold` */
  readonly held: boolean;
  /** texts given with Ctrl-Z, as in the log */
  readonly submits: number;
  /** PDUs that could not be read or had the wrong length: refused with 304, not in the log */
  readonly malformed: number;
  /** delivery reports that the network has still to make */
  readonly reportsToCome: number;
  /** delivery reports that the terminal has still to take */
  readonly reportsWaiting: number;
  readonly settings: Settings;
}

export interface ModemOptions extends Omit<NetworkOptions, 'settings' | 'onReport'> {
  readonly settings: Settings;
  /** SIM PIN; null: the SIM asks for none */
  readonly pin: string | null;
  /** something in the state changed; `submit` when a text was given to the modem */
  readonly onChange: (submit?: SubmitRecord) => void;
}

/** An answer to Ctrl-Z that the network has not given yet. */
interface Answer {
  readonly lines: readonly string[];
  due: boolean;
}

/** The modem: AT commands from its line, texts to its network, delivery reports back. */
export class Modem {
  readonly line: LineServer;
  readonly network: Network;
  readonly #memory: ModemMemory;
  readonly #input: TerminalInput;
  readonly #reports: ReportQueue;
  readonly #commands: Handlers;
  readonly #onChange: ModemOptions['onChange'];
  #settings: Settings;
  #announcedLength = 0;
  #malformed = 0;
  #answers = new Set<Answer>();
  #timers = new Set<NodeJS.Timeout>();

  constructor(options: ModemOptions) {
    this.#settings = options.settings;
    this.#onChange = options.onChange;
    const settings = () => this.#settings;
    this.#memory = new ModemMemory(options.pin);
    this.line = new LineServer({
      onOpen: () => this.#terminalCame(),
      onData: (octets) => {
        if (!this.#settings.silent) this.#input.push(octets);
      },
      onClose: () => this.#terminalGone(),
      fragmentOctets: () => this.#settings.fragmentOctets,
    });
    this.#input = new TerminalInput({
      echo: (text) => {
        if (this.#memory.echo) this.#write(text);
      },
      onLine: (line) => this.#run(line),
      onText: (text) => (text === null ? this.#say(['OK']) : this.#submit(text)),
    });
    this.#reports = new ReportQueue({
      open: () => this.#reportsOpen(),
      wantsAcknowledgement: () => this.#memory.messageService === 1 && this.#memory.newMessages[3] === 1,
      passOn: (report) => this.#passOn(report),
      onTaken: (report) => this.network.reportPassedOn(report),
    });
    this.#commands = {
      ...generalCommands(this.#memory, settings),
      ...messageCommands(this.#memory, {
        prompt: (length) => {
          this.#announcedLength = length;
          this.#input.openPrompt();
        },
        newMessages: (clear) => clear && this.#reports.clear(),
        acknowledge: () => this.#reports.acknowledge(),
      }),
    };
    this.network = new Network({ ...options, settings, onReport: (report) => this.#reportCame(report) });
  }

  state(): ModemState {
    return {
      connected: this.line.connected,
      prompting: this.#input.prompting,
      held: this.#settings.hold && [...this.#answers].some(({ due }) => due),
      submits: this.network.submits().length,
      malformed: this.#malformed,
      reportsToCome: this.network.pendingReports(),
      reportsWaiting: this.#reports.length,
      settings: this.#settings,
    };
  }

  control({ unsolicited, dropLine, ...change }: Control): void {
    const before = this.#settings;
    this.#settings = changed(before, change);
    if (dropLine) this.line.drop();
    if (before.registration !== this.#settings.registration && this.#memory.registrationReports > 0) {
      this.#write(`\r\n+CREG: ${this.#settings.registration}\r\n`);
    }
    for (const line of unsolicited ?? []) this.#write(`\r\n${line}\r\n`);
    this.#giveAnswers();
    this.#reports.flush();
    this.#onChange();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#answers.clear();
    await this.line.close();
    this.network.close();
  }

  #run(line: string): void {
    const answer: string[] = [];
    try {
      const commands = commandsOf(line);
      if (commands === null) return;
      for (const command of commands) {
        const handler = this.#commands[command.name];
        if (!handler) throw new CommandError('ERROR');
        answer.push(...handler(command));
      }
      if (this.#input.prompting) this.#prompt();
      else this.#say([...answer, 'OK']);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.#say([...answer, error.message]);
    }
    this.#reports.flush();
    this.#onChange();
  }

  /** Ctrl-Z: the text is on its way before anything is answered. */
  #submit(hex: string): void {
    const { dropNext, networkDelayMs } = this.#settings;
    this.#settings = { ...this.#settings, dropNext: 'never' };
    if (dropNext === 'before-ctrl-z') {
      this.line.drop();
      return;
    }
    const pdu = this.#decode(hex);
    if (!pdu) {
      this.#say([cmsError(304).message]);
      this.#onChange();
      return;
    }
    const record = this.network.submit(pdu, hex, this.#refusal(pdu.number));
    const lines = record.error === null ? [`+CMGS: ${record.reference}`, 'OK'] : [cmsError(record.error).message];
    const answer: Answer = { lines, due: false };
    this.#answers.add(answer);
    this.#input.pause();
    this.#onChange(record);
    if (dropNext === 'after-ctrl-z') this.line.drop();
    if (networkDelayMs === 0) this.#due(answer);
    else {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#due(answer);
      }, networkDelayMs);
      this.#timers.add(timer);
    }
  }

  #decode(hex: string): SubmitPdu | null {
    try {
      const pdu = decodeSubmit(hex);
      if (pdu.tpduLength === this.#announcedLength && pdu.userData.fault === null) return pdu;
    } catch (error) {
      if (!(error instanceof MalformedPdu)) throw error;
    }
    this.#malformed += 1;
    return null;
  }

  #refusal(number: string): Refusal | undefined {
    const { registration, failNext, numbers } = this.#settings;
    if (registration !== 1 && registration !== 5) return { error: 331 };
    if (failNext.count === 0) return numbers[number]?.refusal;
    this.#settings = { ...this.#settings, failNext: { ...failNext, count: failNext.count - 1 } };
    return failNext;
  }

  #due(answer: Answer): void {
    answer.due = true;
    this.#giveAnswers();
    this.#onChange();
  }

  #giveAnswers(): void {
    if (this.#settings.hold || !this.line.connected) return;
    for (const answer of this.#answers) {
      if (!answer.due) continue;
      this.#answers.delete(answer);
      this.#say(answer.lines);
    }
    if (this.#answers.size === 0) this.#input.resume();
    this.#reports.flush();
  }

  #reportCame(report: Report): void {
    this.#reports.add(report);
    this.#onChange();
  }

  #reportsOpen(): boolean {
    const [mode, , , routing] = this.#memory.newMessages;
    const { SR } = this.#memory.stores;
    if (!this.line.connected || this.#settings.silent || this.#input.prompting || mode === 0) return false;
    return routing === 1 || (routing === 2 && SR.used < SR.capacity);
  }

  #passOn({ tpdu }: Report): void {
    if (this.#memory.newMessages[3] === 1) this.#write(`\r\n+CDS: ${tpdu.length / 2}\r\n00${tpdu}\r\n`);
    else this.#write(`\r\n+CDSI: "SR",${this.#memory.stores.SR.add(tpdu)}\r\n`);
  }

  #terminalCame(): void {
    this.#giveAnswers();
    this.#onChange();
  }

  /** Reports wait until the next terminal asks for them; an open prompt and all other settings outlive the connection. */
  #terminalGone(): void {
    this.#memory.newMessages = [0, 0, 0, 0, 0];
    this.#reports.terminalGone();
    if (!this.#settings.lateAnswers) this.#answers.clear();
    this.#input.discardUnread();
    this.#input.resume();
    this.#onChange();
  }

  #say(lines: readonly string[]): void {
    for (const line of lines) {
      this.#interleave();
      this.#write(`\r\n${line}\r\n`);
    }
  }

  #prompt(): void {
    this.#interleave();
    this.#write('\r\n> ');
  }

  #interleave(): void {
    for (const line of this.#settings.interleave) this.#write(`\r\n${line}\r\n`);
  }

  #write(text: string): void {
    if (!this.#settings.silent) this.line.write(text);
  }
}
