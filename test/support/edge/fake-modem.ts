import type {
  DeliveryReport,
  InboundPart,
  ModemDriver,
  ModemStatus,
  Part,
  PartOutcome,
  UssdAnswer,
} from '../../../edge-agent/src/ports.ts';
import type { FakeClock } from './fake-clock.ts';
import { Power } from './power.ts';
import { never, type Steps, step } from './steps.ts';

export interface GivenPart {
  readonly part: Part;
  readonly reference: number;
  readonly at: Date;
  /** the name of the modem that sent it */
  readonly modem: string;
}

/** The radio side: what was given to the modem, kept over the restarts of an agent. */
export class FakeNetwork {
  readonly given: GivenPart[] = [];
  nextReference = 250;

  texts(): string[] {
    return this.given.map(({ part }) => part.text);
  }
}

/** A modem for one life of the agent. `answer` decides what becomes of a part; by default it is submitted. */
export class FakeModem implements ModemDriver {
  answer: (part: Part, reference: number) => PartOutcome | 'not armed' | Promise<PartOutcome> = (_, reference) => ({
    kind: 'submitted',
    reference,
  });
  isReady: Promise<void> = Promise.resolve();
  state: ModemStatus = { state: 'ready', sim: 'ready', registration: 1, signal: -71, operator: 'Test' };
  ussdAnswer: (code: string) => Promise<UssdAnswer> = async (code) => ({
    text: `answer to ${code}`,
    expectsReply: false,
  });
  readonly name: string;
  resetAnswer: () => Promise<void> = async () => {};
  readonly network: FakeNetwork;
  readonly #clock: FakeClock;
  readonly #steps: Steps;
  #listener: ((report: DeliveryReport) => Promise<void>) | undefined;
  #inbound: ((part: InboundPart) => Promise<void>) | undefined;
  #onStatusChange = () => {};
  #busy = false;

  constructor(clock: FakeClock, network = new FakeNetwork(), steps: Steps = new Power(), name = 'modem') {
    this.name = name;
    this.#clock = clock;
    this.network = network;
    this.#steps = steps;
  }

  async submit(part: Part, arm: () => Promise<void>): Promise<PartOutcome> {
    if (this.#busy) throw new Error('two parts at once');
    this.#busy = true;
    try {
      if (!this.#steps.pass('after', ['read the prompt'])) await never();
      const reference = this.network.nextReference % 256;
      const answer = this.answer(part, reference);
      if (answer === 'not armed') return { kind: 'not-sent', reason: 'no prompt' };
      await arm();
      await step(this.#steps, ['write the text'], async () => {
        this.network.nextReference += 1;
        this.network.given.push({ part, reference, at: this.#clock.now(), modem: this.name });
      });
      return await answer;
    } finally {
      this.#busy = false;
    }
  }

  onReport(listener: (report: DeliveryReport) => Promise<void>): void {
    this.#listener = listener;
  }

  /** The network's report on a part, sent by it or made up. */
  async report(of: Partial<DeliveryReport> & { recipient: string }): Promise<void> {
    const now = this.#clock.now();
    await this.#listener?.({ reference: 0, submittedAt: now, at: now, status: 'delivered', statusCode: 0, ...of });
  }

  reportOn({ part, reference, at }: GivenPart, of: Partial<DeliveryReport> = {}): Promise<void> {
    return this.report({ recipient: part.to.slice(1), reference, submittedAt: at, ...of });
  }

  /** Some networks leave the times out. */
  async reportWithoutTimes({ part, reference }: GivenPart): Promise<void> {
    await this.#listener?.({ reference, recipient: part.to, status: 'delivered', statusCode: 0 });
  }

  onMessage(listener: (part: InboundPart) => Promise<void>): void {
    this.#inbound = listener;
  }

  /** A part from the network; resolves when the modem would delete its copy. */
  async receive(part: InboundPart): Promise<void> {
    if (!this.#inbound) throw new Error('nobody listens for messages');
    await this.#inbound(part);
  }

  onStatusChange(listener: () => void): void {
    this.#onStatusChange = listener;
  }

  become(change: Partial<ModemStatus>): void {
    this.state = { ...this.state, ...change };
    this.#onStatusChange();
  }

  status(): ModemStatus {
    return this.state;
  }

  ussd(code: string): Promise<UssdAnswer> {
    return this.ussdAnswer(code);
  }

  reset(): Promise<void> {
    return this.resetAnswer();
  }

  ready(): Promise<void> {
    return this.isReady;
  }

  async close(): Promise<void> {}
}
