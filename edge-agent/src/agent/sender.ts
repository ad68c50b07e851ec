import type { Journal } from '../journal/journal.ts';
import type { Modem, SimLimits } from '../ports.ts';
import type { CloudTime } from './cloud-time.ts';
import type { Clock, Log } from './environment.ts';
import { Lane } from './lane.ts';
import { LostCauses } from './lost-causes.ts';
import { SendQueue } from './send-queue.ts';

export interface SenderParts {
  readonly journal: Journal;
  readonly modems: readonly { readonly name: string; readonly driver: Modem; readonly limits?: SimLimits }[];
  readonly clock: Clock;
  readonly time: CloudTime;
  readonly log: Log;
  /** false before the cloud has welcomed this journal and told the time, and when it has refused it */
  readonly maySend: () => boolean;
}

/**
 * Gives the open attempts to the modems, the oldest first, each part once. Each modem has a lane, and takes what it may as
 * soon as it can send; so they share the load, and what waits for one that can't is sent by the next.
 */
export class Sender {
  readonly #journal: Journal;
  readonly #queue: SendQueue;
  readonly #lanes: ReadonlyMap<string, Lane>;
  readonly #lostCauses: LostCauses;

  constructor({ modems, ...parts }: SenderParts) {
    this.#journal = parts.journal;
    const queue = new SendQueue(parts.journal.state, parts.clock);
    this.#queue = queue;
    const wake = () => this.wake();
    // What was decided without being sent may have stood before others.
    parts.journal.onNewEvents(wake);
    this.#lostCauses = new LostCauses(parts);
    const { state } = parts.journal;
    this.#lanes = new Map(
      modems.map(({ name, driver, limits = {} }) => {
        const maySend = () => parts.maySend() && !state.commands.paused.includes(name);
        return [name, new Lane({ ...parts, name, modem: driver, limits, maySend, queue, onGivenBack: wake })];
      }),
    );
  }

  /**
   * The cloud has given these attempts since the start. One that it has not given stays: the disk may have been restored
   * to a moment before it was sent, and the cloud does not give again what it knows to be sent.
   */
  release(attemptIds: readonly string[]): void {
    for (const id of attemptIds) {
      const chosen = this.#journal.state.attempt(id)?.modem;
      if (chosen === undefined || this.hasModem(chosen)) this.#queue.add(id);
      else this.#lostCauses.withoutModem(id, chosen);
    }
    this.wake();
  }

  /** There may be something to send. */
  wake(): void {
    for (const lane of this.#lanes.values()) lane.wake();
    this.#lostCauses.wake();
  }

  hasModem(name: string): boolean {
    return this.#lanes.has(name);
  }

  /** The part that this modem has now: resolves when its outcome is on disk. */
  inFlight(modem: string): Lane['inFlight'] {
    return this.#lanes.get(modem)?.inFlight;
  }

  async run(): Promise<void> {
    await Promise.all([...this.#lanes.values(), this.#lostCauses].map((part) => part.run()));
  }

  /** Takes effect after the parts that the modems have now. */
  stop(): void {
    for (const part of [...this.#lanes.values(), this.#lostCauses]) part.stop();
  }
}
