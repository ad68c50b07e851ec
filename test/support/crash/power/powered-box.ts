import type { Attempt } from '../../../../contract/edge.ts';
import { startAgent } from '../../../../edge-agent/src/agent/agent.ts';
import { createModem } from '../../../../edge-agent/src/modem/modem.ts';
import type { Disk } from '../../../../edge-agent/src/ports.ts';
import { FakeClock } from '../../edge/fake-clock.ts';
import { FakeCloud } from '../../edge/fake-cloud.ts';
import { MemoryDisk } from '../../edge/memory-disk.ts';
import type { Power } from '../../edge/power.ts';
import { steppingDisk } from '../../edge/stepping-disk.ts';
import { steppingLine } from '../../edge/stepping-line.ts';
import { steppingLink } from '../../edge/stepping-link.ts';
import { isOver, type Message, type Outcome } from '../judge.ts';
import { seededRandom } from '../random.ts';
import { RadioModem } from './radio-modem.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const PLENTY_OF_BYTES = 8_000_000_000;

/** The agent with its real driver and journal, on a disk, a line and a link in memory, all of which lose their power at once. */
export class PoweredBox {
  readonly attempt: Attempt;
  readonly lives: Power[] = [];
  readonly cloud: FakeCloud;
  readonly radio: RadioModem;
  readonly #message: Message;
  readonly #clock = new FakeClock();
  readonly #random = seededRandom(1);
  /** of the present life */
  disk = new MemoryDisk();

  constructor(message: Message) {
    this.#message = message;
    this.cloud = new FakeCloud(this.#clock);
    this.radio = new RadioModem(this.#clock);
    const attemptId = 'msg_00000000000000000000000001.1';
    this.attempt = { attemptId, to: '+31612345678', text: message.text, notAfter: this.#clock.at(WEEK_MS) };
    this.cloud.attempts.push(this.attempt);
    if (message.overtaken) for (const set of [this.cloud.revoked, this.cloud.overtaken]) set.add(this.attempt);
  }

  /** What a power cut leaves; the box lives on it until its power goes or all is done. Rejects when the agent does not start. */
  async live(files: ReadonlyMap<string, Buffer>, power: Power, wrap: (disk: Disk) => Disk): Promise<MemoryDisk> {
    this.lives.at(-1)?.cut();
    this.lives.push(power);
    this.disk = new MemoryDisk(files);
    const transport = steppingLine(this.radio.line(), power);
    let failure: Error | undefined;
    const fail = (error: Error) => {
      failure = error;
      power.cut(); // the process ends just there
    };
    startAgent({
      disk: steppingDisk(wrap(this.disk), power),
      link: steppingLink(this.cloud.link(), power),
      newestLines: () => [],
      host: { freeBytes: async () => PLENTY_OF_BYTES, certificateEndsAt: async () => undefined },
      openModems: (isUnanswered) => {
        const unansweredBefore = isUnanswered('modem');
        const more = { clock: this.#clock, random: this.#random, log: () => {} };
        return [{ name: 'modem', driver: createModem({ transport, unansweredBefore, ...more }) }];
      },
      clock: this.#clock,
      random: this.#random,
      log: (event) => {
        if (event === 'quarantined') failure = new Error('the cloud takes its disk for an old one');
      },
      onFailure: fail,
    }).catch(fail);
    await this.#clock.until(() => failure !== undefined || !power.on || this.#isDone(), 'an end');
    if (failure) throw failure;
    return this.disk;
  }

  /** What became of the message so far. */
  get outcome(): Outcome {
    const lives = this.lives.map(({ passed }) => passed);
    const events = this.cloud.types(this.attempt.attemptId);
    return { ...this.#message, events, sent: this.radio.sent, lives };
  }

  #isDone(): boolean {
    const lives = this.lives.map(({ passed }) => passed);
    return this.radio.reportsWaiting === 0 && isOver(this.#message, this.radio.sent.length, lives);
  }
}
