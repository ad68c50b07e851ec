import { CommandError, cmsError, commandsOf } from './command-line.ts';
import { generalCommands, type Handlers } from './general-commands.ts';
import { LineServer } from './line-server.ts';
import { messageCommands } from './message-commands.ts';
import { ModemMemory } from './modem-memory.ts';
import type { ModemState } from './modem-state.ts';
import { Network, type NetworkOptions, type Report } from './network.ts';
import { MalformedPdu } from './octets.ts';
import { PendingAnswers } from './pending-answers.ts';
import { ReportQueue } from './report-queue.ts';
import { type Control, changed, type Refusal, type Settings } from './settings.ts';
import { decodeSubmit, type SubmitPdu } from './submit-pdu.ts';
import type { SubmitRecord } from './submit-record.ts';
import { TerminalInput } from './terminal-input.ts';

export interface ModemOptions extends Omit<NetworkOptions, 'settings' | 'onReport'> {
  readonly settings: Settings;
  /** SIM PIN; null: the SIM asks for none */
  readonly pin: string | null;
  /** something in the state changed; `submit` when a text was given to the modem */
  readonly onChange: (submit?: SubmitRecord) => void;
}

/** The modem: AT commands from its line, texts to its network, delivery reports back. */
export class Modem {
  readonly line: LineServer;
  readonly network: Network;
  readonly #memory: ModemMemory;
  readonly #input: TerminalInput;
  readonly #answers: PendingAnswers;
  readonly #reports: ReportQueue;
  readonly #commands: Handlers;
  readonly #onChange: ModemOptions['onChange'];
  #settings: Settings;
  /** TPDU octets that AT+CMGS announced */
  #announced = 0;
  #malformed = 0;

  constructor(options: ModemOptions) {
    this.#settings = options.settings;
    this.#onChange = options.onChange;
    const settings = () => this.#settings;
    this.#memory = new ModemMemory(options.pin);
    this.line = new LineServer({
      onOpen: () => this.#tellAndChange(),
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
      onText: (text) => this.#promptClosed(text),
    });
    this.#answers = new PendingAnswers({
      open: () => this.line.connected && !this.#settings.hold,
      give: (lines) => this.#say(lines),
      onDue: () => this.#tellAndChange(),
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
          this.#announced = length;
          this.#input.openPrompt();
        },
        newMessages: (clear) => clear && this.#reports.clear(),
        acknowledge: () => this.#reports.acknowledge(),
      }),
    };
    this.network = new Network({
      ...options,
      settings,
      onReport: (report) => {
        this.#reports.add(report);
        this.#onChange();
      },
    });
  }

  state(): ModemState {
    return {
      connected: this.line.connected,
      prompting: this.#input.prompting,
      held: this.#settings.hold && this.#answers.withheld,
      submits: this.network.submits().length,
      malformed: this.#malformed,
      reportsToCome: this.network.reportsToCome(),
      reportsWaiting: this.#reports.length,
      settings: this.#settings,
    };
  }

  control({ unsolicited, dropLine, ...change }: Control): void {
    const before = this.#settings;
    this.#settings = changed(before, change);
    if (dropLine) this.line.drop();
    if (before.registration !== this.#settings.registration && this.#memory.registrationReports > 0) {
      this.#writeLine(`+CREG: ${this.#settings.registration}`);
    }
    for (const line of unsolicited ?? []) this.#writeLine(line);
    this.#tellAndChange();
  }

  async close(): Promise<void> {
    this.#answers.abandon();
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
      if (this.#input.prompting) this.#sayPrompt();
      else this.#say([...answer, 'OK']);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.#say([...answer, error.message]);
    }
    this.#tellAndChange();
  }

  /** Ctrl-Z with the text, or ESC with null. */
  #promptClosed(text: string | null): void {
    if (text === null) this.#say(['OK']);
    else this.#submit(text);
    this.#tellAndChange();
  }

  /** The text is on its way, and in the log, before anything is answered. */
  #submit(hex: string): void {
    const { dropNext, networkDelayMs } = this.#settings;
    this.#settings = changed(this.#settings, { dropNext: 'never' });
    if (dropNext === 'before-ctrl-z') {
      this.line.drop();
      return;
    }
    const pdu = this.#decode(hex);
    if (!pdu) {
      this.#malformed += 1;
      this.#say([cmsError(304).message]);
      return;
    }
    const record = this.network.submit(pdu, hex, this.#refusal(pdu.number));
    this.#onChange(record);
    const lines = record.error === null ? [`+CMGS: ${record.reference}`, 'OK'] : [cmsError(record.error).message];
    if (dropNext === 'after-ctrl-z') {
      this.line.drop();
      if (!this.#settings.lateAnswers) return;
    } else this.#input.pause();
    this.#answers.add(lines, networkDelayMs);
  }

  #decode(hex: string): SubmitPdu | null {
    try {
      const pdu = decodeSubmit(hex);
      return pdu.tpduLength === this.#announced && pdu.userData.fault === null ? pdu : null;
    } catch (error) {
      if (error instanceof MalformedPdu) return null;
      throw error;
    }
  }

  #refusal(number: string): Refusal | undefined {
    const { registration, failNext, numbers } = this.#settings;
    const registered = registration === 1 || registration === 5;
    if (!registered || this.#memory.functionality !== 1) return { error: 331 };
    if (failNext.count === 0) return numbers[number]?.refusal;
    this.#settings = changed(this.#settings, { failNext: { ...failNext, count: failNext.count - 1 } });
    return failNext;
  }

  #reportsOpen(): boolean {
    const [mode, , , routing] = this.#memory.newMessages;
    const { SR } = this.#memory.stores;
    if (!this.line.connected || this.#settings.silent || this.#input.prompting || mode === 0) return false;
    return routing === 1 || (routing === 2 && SR.used < SR.capacity);
  }

  #passOn({ tpdu }: Report): void {
    if (this.#memory.newMessages[3] === 1) this.#write(`\r\n+CDS: ${tpdu.length / 2}\r\n00${tpdu}\r\n`);
    else this.#writeLine(`+CDSI: "SR",${this.#memory.stores.SR.add(tpdu)}`);
  }

  /** Reports wait until the next terminal asks for them; an open prompt and all other settings outlive the connection. */
  #terminalGone(): void {
    this.#memory.newMessages = [0, 0, 0, 0, 0];
    this.#reports.terminalGone();
    if (!this.#settings.lateAnswers) this.#answers.abandon();
    this.#input.discardUnread();
    this.#input.resume();
    this.#onChange();
  }

  /** Something changed: says what may now be said. */
  #tellAndChange(): void {
    this.#answers.giveDue();
    if (!this.#answers.busy) this.#input.resume();
    this.#reports.flush();
    this.#onChange();
  }

  #say(lines: readonly string[]): void {
    for (const line of lines) {
      this.#interleave();
      this.#writeLine(line);
    }
  }

  #sayPrompt(): void {
    this.#interleave();
    this.#write('\r\n> ');
  }

  #interleave(): void {
    for (const line of this.#settings.interleave) this.#writeLine(line);
  }

  #writeLine(line: string): void {
    this.#write(`\r\n${line}\r\n`);
  }

  #write(text: string): void {
    if (!this.#settings.silent) this.line.write(text);
  }
}
