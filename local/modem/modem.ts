import { join } from 'node:path';
import { AcknowledgementTimer } from './acknowledgement-timer.ts';
import { allCommands, type CommandActs } from './all-commands.ts';
import { CommandRunner } from './command-runner.ts';
import type { ParsedControl } from './control.ts';
import { Coverage } from './coverage.ts';
import { CommandError } from './error-line.ts';
import { InboundLog } from './inbound-log.ts';
import { Inbox } from './inbox.ts';
import type { LineServer } from './line-server.ts';
import { ModemMemory } from './modem-memory.ts';
import type { ModemState } from './modem-state.ts';
import { Network, type NetworkOptions } from './network.ts';
import { PendingAnswers } from './pending-answers.ts';
import { Power } from './power.ts';
import { PROFILES, type Profile } from './profiles.ts';
import type { ReportQueue } from './report-queue.ts';
import { reportQueue } from './report-route.ts';
import { changed, type Settings, type SettingsChange } from './settings.ts';
import type { SimLock } from './sim.ts';
import { SimSlot } from './sim-slot.ts';
import { SubmitDesk } from './submit-desk.ts';
import type { SubmitRecord } from './submit-record.ts';
import { TerminalSide } from './terminal-side.ts';
import { UssdDesk } from './ussd-desk.ts';

export interface ModemOptions extends Omit<NetworkOptions, 'settings' | 'onReport'> {
  readonly settings: Settings;
  readonly sim: SimLock;
  /** something in the state changed; `submit` when a text was given to the modem */
  readonly onChange: (submit?: SubmitRecord) => void;
}

/** The modem: AT commands from its line, texts to its network, delivery reports and messages back. */
export class Modem {
  readonly line: LineServer;
  readonly network: Network;
  readonly inbox: Inbox;
  readonly inboundLog: InboundLog;
  readonly #memory: ModemMemory;
  readonly #terminal: TerminalSide;
  readonly #answers: PendingAnswers;
  readonly #reports: ReportQueue;
  readonly #desk: SubmitDesk;
  readonly #ussd: UssdDesk;
  readonly #power: Power;
  readonly #coverage: Coverage;
  readonly #patience: AcknowledgementTimer;
  readonly #commands: CommandRunner;
  readonly #slot: SimSlot;
  readonly #onChange: ModemOptions['onChange'];
  #settings: Settings;
  #starts = 1;
  #resetDue = false;

  constructor(options: ModemOptions) {
    this.#settings = options.settings;
    this.#onChange = options.onChange;
    const settings = () => this.#settings;
    const profile = () => this.#profile();
    const sim = () => this.#slot.sim;
    const registration = () => this.#coverage.registration;
    this.#memory = new ModemMemory((store) => this.#settings.slots[store]);
    this.#terminal = new TerminalSide({
      memory: this.#memory,
      settings,
      profile,
      running: () => this.#power.running,
      onOpen: () => this.#tellAndChange(),
      onClose: () => this.#terminalGone(),
      onLine: (line) => {
        this.#commands.run(line);
        if (this.#resetDue) this.#reboot();
        this.#tellAndChange();
      },
      onText: (text) => {
        if (text === null) this.#terminal.output.say(['OK']);
        else this.#desk.submit(text);
        this.#tellAndChange();
      },
    });
    const { line, input, output, announcements } = this.#terminal;
    this.line = line;
    this.#slot = new SimSlot(options.sim, profile, (text) => output.line(text));
    this.#slot.setPresent(options.settings.simPresent);
    this.#answers = new PendingAnswers({
      open: () => line.connected && !this.#settings.hold && this.#power.running,
      give: (lines) => output.say(lines),
      onDue: () => this.#tellAndChange(),
    });
    this.#reports = reportQueue({
      memory: this.#memory,
      profile,
      output,
      announcements,
      open: () => this.#terminal.listens && this.#coverage.registered && !this.inbox.unacknowledged,
      onTaken: (report) => this.network.reportPassedOn(report),
    });
    this.#ussd = new UssdDesk({
      memory: this.#memory,
      settings,
      packed: () => profile().ussd === 'packed',
      registered: () => this.#coverage.registered,
      announce: (line) => announcements.add(line),
    });
    this.#desk = new SubmitDesk({
      network: () => this.network,
      sim,
      settings,
      change: (change) => this.#change(change),
      registration,
      openPrompt: () => input.openPrompt(),
      onSubmit: (submit) => this.#onChange(submit),
      befall: { drop: () => line.drop(), hang: () => this.#power.hang(), reboot: () => this.#reboot() },
      answer: (answer, delayMs, dropped) => {
        if (!dropped) input.pause();
        this.#answers.add(answer instanceof CommandError ? [this.#commands.errorLine(answer)] : answer, delayMs);
      },
      refuse: (error) => output.say([this.#commands.errorLine(error)]),
    });
    const acts: CommandActs = {
      reset: () => (this.#resetDue = true),
      serviceCentre: () => this.#settings.serviceCentre,
      setServiceCentre: (serviceCentre) => this.#change({ serviceCentre }),
      prompt: (length) => this.#desk.prompt(length),
      newMessages: (clear) => clear && this.#reports.clear(),
      acknowledge: () => this.#reports.acknowledge() || this.inbox.acknowledge(),
      deleted: (message) => this.inbox.deleted(message),
      ussd: this.#ussd.handler,
    };
    this.#commands = new CommandRunner({
      memory: this.#memory,
      profile,
      output,
      handlers: allCommands(this.#memory, { settings, profile, sim, registration }, acts),
      prompting: () => input.prompting,
      starts: () => this.#starts,
    });
    this.network = new Network({
      ...options,
      settings,
      onReport: (report) => {
        this.#reports.add(report);
        this.#tellAndChange();
      },
    });
    this.inboundLog = new InboundLog(join(options.stateFolder, 'inbound.jsonl'));
    this.inbox = new Inbox({
      memory: this.#memory,
      log: this.inboundLog,
      settings,
      now: options.now,
      zoneMinutes: options.zoneMinutes,
      profile,
      reachable: () => this.#power.running && this.#coverage.registered,
      open: () => this.#terminal.listens && !this.#reports.unacknowledged,
      announcements,
      give: (line, hex) => output.pdu(line, hex),
      onChange: () => this.#tellAndChange(),
    });
    this.#patience = new AcknowledgementTimer(
      () => this.#settings.acknowledgeWithinMs,
      () => this.#nobodyListens(),
    );
    this.#coverage = new Coverage({
      settings,
      change: (change) => this.#change(change),
      able: () => this.#power.running && this.#memory.functionality === 1 && sim().status === 'READY',
      onChange: (status) => {
        for (const [name, asked] of Object.entries(this.#memory.registrationReports)) {
          if (asked > 0) output.line(`${name}: ${status}`);
        }
      },
      onBack: () => this.#tellAndChange(),
    });
    this.#power = new Power({
      startMs: () => this.#settings.startMs,
      simBusyMs: () => this.#settings.simBusyMs,
      onStarted: () => {
        for (const line of profile().startLines) output.line(line);
        this.#tellAndChange();
      },
      onSimStarted: () => {
        this.#slot.started();
        this.#tellAndChange();
      },
      onRecovered: () => {
        sim().busy = false;
        this.#tellAndChange();
      },
    });
  }

  /** Power on: to be called once. */
  start(): void {
    this.#slot.powerOn();
    this.#power.start();
  }

  state(): ModemState {
    const { status, pinTries, pukTries } = this.#slot.sim;
    return {
      connected: this.line.connected,
      starting: this.#power.starting,
      hanging: this.#power.hanging,
      starts: this.#starts,
      prompting: this.#terminal.input.prompting,
      held: this.#settings.hold && this.#answers.withheld,
      submits: this.network.submits().length,
      ...this.network.counts(),
      malformed: this.#desk.malformed,
      reportsToCome: this.network.reportsToCome(),
      reportsWaiting: this.#reports.length,
      inbound: this.inboundLog.counts(),
      ussdSent: this.#ussd.sent,
      sim: { status, pinTries, pukTries },
      settings: this.#settings,
    };
  }

  control(acts: ParsedControl): void {
    const { sim, dropLine, reboot, hang, loseNetwork, ussdNotice, unsolicited, ...change } = acts;
    this.#change(change);
    if (change.slots) this.inbox.roomAgain();
    if (sim) this.#slot.change(sim);
    if (dropLine) this.line.drop();
    if (reboot) this.#reboot();
    if (hang) this.#power.hang(hang === 'until-reset' ? undefined : hang.forMs);
    if (loseNetwork) this.#coverage.lose(loseNetwork.forMs, loseNetwork.registration);
    if (ussdNotice) this.#ussd.notify(ussdNotice);
    for (const line of unsolicited ?? []) this.#terminal.output.line(line);
    this.#tellAndChange();
  }

  async close(): Promise<void> {
    this.#power.off();
    this.#coverage.end();
    this.#patience.end();
    this.#ussd.forget();
    this.#answers.abandon();
    await this.line.close();
    this.inbox.close();
    this.network.close();
  }

  /** What AT commands set, what was typed and what was due is gone. The line stays. */
  #reboot(): void {
    this.#starts += 1;
    this.#resetDue = false;
    this.#ussd.forget();
    this.#terminal.announcements.clear();
    this.#answers.abandon();
    this.#terminal.input.reset();
    this.#reports.interrupted();
    this.inbox.interrupted();
    this.#memory.powerOn();
    this.#slot.powerOn();
    if (this.#profile().referencesRestart) this.network.restartReferences();
    this.#power.start();
  }

  #change(change: SettingsChange): void {
    this.#settings = changed(this.#settings, change);
    this.#slot.setPresent(this.#settings.simPresent);
  }

  #profile(): Profile {
    return { ...PROFILES[this.#settings.profile], ...this.#settings.quirks } as Profile;
  }

  /** Reports wait until the next terminal asks for them; an open prompt and all other settings outlive the connection. */
  #terminalGone(): void {
    this.#terminal.announcements.clear();
    if (!this.#settings.lateAnswers) this.#answers.abandon();
    this.#terminal.input.discardUnread();
    this.#terminal.input.resume();
    this.#nobodyListens();
  }

  /** Nothing is indicated until AT+CNMI asks for it, and what was not acknowledged comes again. */
  #nobodyListens(): void {
    this.#memory.indicateNothing();
    this.#reports.interrupted();
    this.inbox.interrupted();
    this.#tellAndChange();
  }

  /** Something changed: says what may now be said. */
  #tellAndChange(): void {
    this.#coverage.look();
    this.#answers.giveDue();
    if (!this.#answers.busy) this.#terminal.input.resume();
    this.#terminal.announcements.flush();
    this.#reports.flush();
    this.inbox.flush();
    this.#patience.look(this.#reports.unacknowledged || this.inbox.unacknowledged);
    this.#onChange();
  }
}
