import type { Attempt } from '../../../contract/edge.ts';
import { type Agent, startAgent } from '../../../edge-agent/src/agent/agent.ts';
import type { Clock } from '../../../edge-agent/src/agent/environment.ts';
import type { SimLimits } from '../../../edge-agent/src/ports.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeCloud } from './fake-cloud.ts';
import { FakeModem, FakeNetwork } from './fake-modem.ts';
import { MemoryDisk } from './memory-disk.ts';
import { Power } from './power.ts';
import { steppingDisk } from './stepping-disk.ts';
import { steppingLink } from './stepping-link.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * A box with its agent, its modems, a cloud and a network, all in memory; the agent may be started again on what is left of
 * its disk.
 */
export class Office {
  /** the true time, which the cloud and the network have */
  readonly clock = new FakeClock();
  /** milliseconds by which the box's own clock is ahead */
  wallClockAhead = 0;
  readonly cloud = new FakeCloud(this.clock);
  readonly network = new FakeNetwork();
  readonly logged: { event: string; fields: object }[] = [];
  readonly failures: Error[] = [];
  /** what the configuration names: each start has its modems anew */
  modemNames: readonly [string, ...string[]];
  readonly modems = new Map<string, FakeModem>();
  /** of each modem's SIM card */
  limits: SimLimits = {};
  disk = new MemoryDisk();
  /** of the box's disk */
  freeBytes = 8_000_000_000;
  certificateEndsAt: Date | undefined = new Date('2027-11-23T08:00:00.000Z');
  agent: Agent | undefined;
  /** the modems whose last text before its start has no answer, as the agent said when it opened them */
  unanswered: readonly string[] = [];
  readonly #boxClock: Clock = {
    now: () => new Date(this.clock.now().getTime() + this.wallClockAhead),
    monotonic: () => this.clock.monotonic(),
    after: (ms, callback) => this.clock.after(ms, callback),
  };
  #power = new Power();
  #seed = 1;
  #messages = 0;

  constructor(...modemNames: string[]) {
    const [first = 'modem', ...more] = modemNames;
    this.modemNames = [first, ...more];
  }

  /** The first one, which mostly is the only one. */
  get modem(): FakeModem {
    return this.modemNamed(this.modemNames[0]);
  }

  modemNamed(name: string): FakeModem {
    const modem = this.modems.get(name);
    if (!modem) throw new Error(`there is no modem ${name}`);
    return modem;
  }

  /** Starts an agent; a start that the power cut never ends resolves to undefined as soon as nothing goes on. */
  async start(
    power = new Power(),
    files: ReadonlyMap<string, Buffer> = new Map(),
    prepare?: (modem: FakeModem) => void,
  ): Promise<void> {
    this.#power.cut();
    this.#power = power;
    this.disk = new MemoryDisk(files);
    this.modems.clear();
    for (const name of this.modemNames) {
      const modem = new FakeModem(this.clock, this.network, power, name);
      this.modems.set(name, modem);
      prepare?.(modem);
    }
    const starting = startAgent({
      disk: steppingDisk(this.disk, power),
      link: steppingLink(this.cloud.link(), power),
      host: { freeBytes: async () => this.freeBytes, certificateEndsAt: async () => this.certificateEndsAt },
      openModems: (isUnanswered) => {
        this.unanswered = this.modemNames.filter(isUnanswered);
        return [...this.modems].map(([name, driver]) => ({ name, driver, limits: this.limits }));
      },
      clock: this.#boxClock,
      random: () => this.#random(),
      log: (event, fields = {}) => this.logged.push({ event, fields }),
      newestLines: (count) => this.logged.slice(-count).map((line) => JSON.stringify(line)),
      onFailure: (error) => this.failures.push(error),
    });
    let failure: unknown;
    starting.then(
      (agent) => {
        this.agent = agent;
      },
      (error) => {
        failure = error;
      },
    );
    await this.clock.advance(0);
    if (failure) throw failure;
  }

  /** Cuts the power and starts the agent on what is left. */
  async restart(power = new Power()): Promise<void> {
    await this.start(power, this.disk.afterPowerCut());
  }

  attempt(text: string, fields: Partial<Attempt> = {}): Attempt {
    this.#messages += 1;
    const attemptId = `msg_${String(this.#messages).padStart(26, '0')}.1`;
    return { attemptId, to: '+31612345678', text, notAfter: this.clock.at(WEEK_MS), ...fields };
  }

  /** Sends an attempt and lets the box do what it can at once. */
  async send(...attempts: Attempt[]): Promise<void> {
    await this.cloud.sendAttempts(attempts);
    await this.clock.advance(0);
  }

  #random(): number {
    this.#seed = (this.#seed * 16_807) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  }
}
