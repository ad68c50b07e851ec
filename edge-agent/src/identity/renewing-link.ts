import { certificateDownlink, topics } from '../../../contract/edge.ts';
import { backoff } from '../agent/backoff.ts';
import type { Clock, Log } from '../agent/environment.ts';
import { createSerial } from '../agent/serial.ts';
import { WakeUp } from '../agent/wake-up.ts';
import type { Credentials } from '../link/mqtt-link.ts';
import type { Link } from '../ports.ts';
import type { Identity } from './identity.ts';
import type { IdentityStore } from './identity-store.ts';
import { renewalAt } from './renewal-at.ts';

/** A link that can go on with another certificate. */
export interface SwitchableLink extends Link {
  use(credentials: Credentials): Promise<void>;
  publishTo(topic: string, payload: string): Promise<void>;
  onNotConnected(listener: () => void): void;
}

export interface RenewingLinkParts {
  readonly thing: string;
  /** made with the newest identity of the store */
  readonly link: SwitchableLink;
  readonly store: IdentityStore;
  readonly renewAfterDays: number;
  /** PKCS #10 for this thing and private key, both PEM */
  readonly request: (thing: string, privateKey: string) => Promise<string>;
  readonly clock: Clock;
  readonly log: Log;
}

const CONFIRM_AGAIN = { first: 5_000, longest: 300_000 };
const ASK_AGAIN = { first: 60_000, longest: 6 * 3_600_000 };
const SWITCH_AGAIN = { first: 5_000, longest: 300_000 };
/** The box's own clock may be set meanwhile. */
const LOOK_AGAIN_MS = 3_600_000;
/** A new certificate is no younger by a clock that is years off, and may not connect either: then this keeps the next one off. */
const RENEWED_FOR_MS = 24 * 3_600_000;
/** Tries with one certificate before the other one is tried. Each switch begins the connection's own waits anew, so they double. */
const TRIES = { first: 3, longest: 24 };

/**
 * The box's connection, with a certificate that is renewed while it goes on. The new one is on disk before it is used; the one before
 * is dropped when the cloud has heard the box on the new one. Until then either works, and when one does not the other is tried.
 */
export class RenewingLink implements Link {
  readonly #parts: RenewingLinkParts;
  readonly #wakeUp: WakeUp;
  readonly #inTurn = createSerial();
  #candidates: readonly Identity[];
  #place = 0;
  #failedTries = 0;
  /** without a connection in between */
  #switches = 0;
  #connected = false;
  #switchWanted = false;
  #failedSwitches = 0;
  /** when this process was given a new certificate, by the monotonic clock */
  #renewedAt: number | undefined;
  #confirmed: string | undefined;
  #repeats = 0;
  #stopped = false;
  #running: Promise<void> | undefined;

  /** @param candidates of the store, the newest first; one at least */
  constructor(parts: RenewingLinkParts, candidates: readonly Identity[]) {
    this.#parts = parts;
    this.#candidates = candidates;
    this.#wakeUp = new WakeUp(parts.clock);
    parts.link.onNotConnected(() => this.#notConnected());
  }

  get inUse(): Identity {
    return this.#candidates[this.#place] as Identity;
  }

  publish(payload: string): Promise<void> {
    return this.#parts.link.publish(payload);
  }

  onMessage(listener: (payload: string) => Promise<void>): void {
    this.#parts.link.onMessage((payload) => {
      const { success, data } = certificateDownlink.safeParse(parsed(payload));
      if (!success) return listener(payload);
      return this.#inTurn(() =>
        data.type === 'certificate' ? this.#take(data.certificate) : this.#settle(data.fingerprint),
      );
    });
  }

  onConnected(listener: (fresh: boolean) => void): void {
    this.#parts.link.onConnected((fresh) => {
      this.#connected = true;
      this.#failedTries = 0;
      this.#switches = 0;
      this.#repeats = 0;
      this.#wakeUp.call();
      listener(fresh);
    });
  }

  connect(): void {
    this.#parts.link.connect();
    this.#running = this.#run();
  }

  async close(): Promise<void> {
    this.#stopped = true;
    this.#wakeUp.call();
    await this.#running;
    await this.#parts.link.close();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      if (this.#switchWanted) await this.#switch();
      else if (!this.#connected) await this.#wakeUp.wait(undefined);
      else if (this.#confirmed !== this.inUse.fingerprint) await this.#tell();
      else if (this.#renewalIn() <= 0) await this.#ask();
      else await this.#wakeUp.wait(Math.min(this.#renewalIn(), LOOK_AGAIN_MS));
    }
  }

  /** Milliseconds; at once where the newest one did not connect: another is asked for in its place. Once a day at most. */
  #renewalIn(): number {
    const { clock, renewAfterDays } = this.#parts;
    const due = this.#place > 0 ? 0 : renewalAt(this.inUse, renewAfterDays).getTime() - clock.now().getTime();
    return this.#renewedAt === undefined ? due : Math.max(due, this.#renewedAt + RENEWED_FOR_MS - clock.monotonic());
  }

  async #switch(): Promise<void> {
    this.#switchWanted = false;
    this.#connected = false;
    this.#confirmed = undefined;
    this.#parts.log('certificate-tried', { fingerprint: this.inUse.fingerprint });
    try {
      await this.#parts.link.use(this.inUse);
      this.#failedSwitches = 0;
    } catch (error) {
      // The authority's file can't be read, say: the connection that there is goes on meanwhile.
      this.#parts.log('certificate-not-tried', { reason: String(error) });
      this.#switchWanted = true;
      this.#failedSwitches += 1;
      await this.#wakeUp.wait(backoff(this.#failedSwitches, SWITCH_AGAIN));
    }
  }

  #tell(): Promise<void> {
    return this.#say({ type: 'in-use', fingerprint: this.inUse.fingerprint }, CONFIRM_AGAIN);
  }

  async #ask(): Promise<void> {
    const { thing, store, request, log } = this.#parts;
    try {
      const csr = await this.#inTurn(async () => request(thing, await store.newKey()));
      log('certificate-asked');
      await this.#say({ type: 'request', csr }, ASK_AGAIN);
    } catch (error) {
      // The disk is full, or read-only: the one that it has goes on working.
      log('certificate-not-asked', { reason: String(error) });
      await this.#wakeUp.wait(ASK_AGAIN.longest);
    }
  }

  async #say(message: object, again: typeof ASK_AGAIN): Promise<void> {
    const { link, thing, log } = this.#parts;
    this.#repeats += 1;
    try {
      await link.publishTo(topics.certificate(thing), JSON.stringify(message));
    } catch (error) {
      log('not-published', { type: 'certificate', reason: String(error) });
    }
    await this.#wakeUp.wait(backoff(this.#repeats, again));
  }

  async #take(certificate: string): Promise<void> {
    const { store, clock, log } = this.#parts;
    const identity = await store.keep(certificate);
    if (identity.fingerprint === this.inUse.fingerprint) return; // said again
    log('certificate-kept', { fingerprint: identity.fingerprint });
    this.#renewedAt = clock.monotonic();
    await this.#reload();
    this.#place = 0;
    this.#switches = 0;
    this.#switchWanted = true;
    this.#wakeUp.call();
  }

  async #settle(fingerprint: string): Promise<void> {
    if (fingerprint !== this.inUse.fingerprint || fingerprint === this.#confirmed) return;
    await this.#parts.store.settle(fingerprint);
    await this.#reload();
    this.#place = this.#candidates.findIndex((one) => one.fingerprint === fingerprint);
    this.#confirmed = fingerprint;
    this.#repeats = 0;
    this.#parts.log('certificate-confirmed', { fingerprint });
    this.#wakeUp.call();
  }

  async #reload(): Promise<void> {
    const { store, thing } = this.#parts;
    this.#candidates = (await store.candidates()).filter((identity) => identity.thing === thing);
  }

  #notConnected(): void {
    this.#failedTries += 1;
    if (this.#candidates.length < 2 || this.#failedTries < backoff(this.#switches + 1, TRIES)) return;
    this.#failedTries = 0;
    this.#switches += 1;
    this.#place = (this.#place + 1) % this.#candidates.length;
    this.#switchWanted = true;
    this.#wakeUp.call();
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined; // whoever listens says so
  }
}
