import { type Health, LOW_DISK_BYTES } from '../../../contract/edge.ts';
import type { Journal } from '../journal/journal.ts';
import type { Host, Link, NamedModem } from '../ports.ts';
import type { CloudTime } from './cloud-time.ts';
import type { Clock, Log } from './environment.ts';
import { modemHealth } from './modem-health.ts';
import { AGENT_VERSION } from './version.ts';
import { WakeUp } from './wake-up.ts';

const EVERY_MS = 60_000;
/** What changes is said at once, but no more often than this: a modem that comes and goes must not flood the cloud. */
const AT_MOST_EVERY_MS = 5_000;

export interface HealthReporterParts {
  readonly journal: Journal;
  readonly modems: readonly NamedModem[];
  readonly link: Link;
  readonly host: Host;
  readonly clock: Clock;
  readonly time: CloudTime;
  readonly log: Log;
  /** the cloud knows this journal, and its time is known here */
  readonly joined: () => boolean;
}

/** Tells the cloud how the box is: once a minute, and at once when something changes that decides what it can do. */
export class HealthReporter {
  readonly #parts: HealthReporterParts;
  readonly #wakeUp: WakeUp;
  readonly #startedAt: number;
  /** by the monotonic clock; undefined: it is to be said now */
  #saidAt: number | undefined;
  #said = '';
  #diskIsLow = false;
  #wasTold = true;
  #stopped = false;

  constructor(parts: HealthReporterParts) {
    this.#parts = parts;
    this.#wakeUp = new WakeUp(parts.clock);
    this.#startedAt = parts.clock.monotonic();
    for (const { driver } of parts.modems) driver.onStatusChange(() => this.changed());
  }

  /** Something may have changed. */
  changed(): void {
    if (this.#parts.joined() && this.#important() !== this.#said) this.#wakeUp.call();
  }

  /** The cloud has just come within reach: what it knows of the box is old. */
  sayNow(): void {
    this.#saidAt = undefined;
    this.#wakeUp.call();
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      const waitMs = this.#parts.joined() ? this.#untilDue() : undefined;
      if (waitMs !== undefined && waitMs <= 0) await this.#say();
      else await this.#wakeUp.wait(waitMs);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#wakeUp.call();
  }

  #untilDue(): number {
    if (this.#saidAt === undefined) return 0;
    const pause = this.#important() === this.#said ? EVERY_MS : AT_MOST_EVERY_MS;
    return this.#saidAt + pause - this.#parts.clock.monotonic();
  }

  async #say(): Promise<void> {
    const { link, clock, log } = this.#parts;
    this.#saidAt = clock.monotonic();
    this.#said = this.#important();
    try {
      const health = await this.#health();
      this.#watchDisk(health.disk.free);
      await link.publish(JSON.stringify(health));
      this.#wasTold = true;
    } catch (error) {
      // The next one tells more than this one would. Said once: an outage of a day is no reason for 1,440 lines.
      if (this.#wasTold) log('health-not-told', { reason: String(error) });
      this.#wasTold = false;
    }
  }

  async #health(): Promise<Health> {
    const { journal, modems, host, clock, time } = this.#parts;
    const { journalId, epoch } = journal.state;
    const certificateEndsAt = await host.certificateEndsAt();
    const disk = { free: await host.freeBytes(), journal: journal.bytes };
    const clockSkewMs = Math.round(clock.now().getTime() - time.now());
    return {
      type: 'health',
      journalId,
      epoch,
      at: time.stamp(),
      agentVersion: AGENT_VERSION,
      nodeVersion: process.versions.node,
      uptimeSeconds: Math.floor((clock.monotonic() - this.#startedAt) / 1000),
      modems: modems.map((modem) => modemHealth(modem, { journal, clockSkewMs, now: time.now() })),
      queue: { open: journal.state.openCount, unacknowledged: journal.state.unacknowledged().length },
      disk,
      clockSkewMs,
      ...(certificateEndsAt && { certificateEndsAt: certificateEndsAt.toISOString() }),
    };
  }

  /** What decides whether the box can send. */
  #important(): string {
    const { modems, journal } = this.#parts;
    const now = modems.map(({ name, driver }) => {
      const { state, sim, registration } = driver.status();
      return [name, state, sim, registration];
    });
    return JSON.stringify([now, journal.state.commands.paused]);
  }

  #watchDisk(freeBytes: number): void {
    const isLow = freeBytes < LOW_DISK_BYTES;
    if (isLow && !this.#diskIsLow) this.#parts.log('disk-low', { freeBytes });
    this.#diskIsLow = isLow;
  }
}
