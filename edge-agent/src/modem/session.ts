import { messageReason } from '../../../contract/message-reasons.ts';
import type { Clock, Log } from '../agent/environment.ts';
import { WakeUp } from '../agent/wake-up.ts';
import { type Arrivals, createArrivals, type Listeners } from './arrivals.ts';
import { type Channel, createChannel, PortLost } from './channel.ts';
import { type Initialised, initialise } from './initialise.ts';
import { LIMITS } from './limits.ts';
import { readOperator, readRegistration, readSignal } from './look.ts';
import type { ModemProfile } from './profiles.ts';
import type { Setup } from './reporting-setup.ts';
import { SimError, type SimPin } from './sim-card.ts';
import type { StatusBoard } from './status.ts';
import type { RegistrationDomain } from './unsolicited.ts';

export interface SessionOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly sim: SimPin;
  readonly board: StatusBoard;
  /** the modem is restarted first */
  readonly softReset: boolean;
  write(bytes: Uint8Array): Promise<void>;
  readonly listeners: Listeners;
  onLine(line: string): void;
  /** of the modem that was spoken to before, which may tell of its restart before it is known again */
  readonly formerProfile: ModemProfile | undefined;
  /** The modem has restarted since it was last given a text. */
  onRestarted(): void;
  /** whether the modem is initialised and registered, at each change */
  onReady(ready: boolean): void;
}

/** From the opening of the port to its loss. */
export interface Session {
  readonly channel: Channel;
  readonly arrivals: Arrivals;
  /** undefined until the modem was brought into the known state */
  readonly initialised: Initialised | undefined;
  /** of the modem, or of the one that was spoken to before */
  readonly profile: ModemProfile | undefined;
  /** it has forgotten the texts of this session: it restarted after it was initialised */
  readonly restarted: boolean;
  /** Initialises the modem and watches it. Resolves with the reason when the session is over. */
  run(): Promise<string>;
}

/** +CREG: at home, roaming, and both for SMS alone (3GPP TS 27.007 section 7.2) */
const REGISTERED = [1, 5, 6, 7];

export function createSession(options: SessionOptions): Session {
  const { clock, log, sim, board, softReset, write, listeners, onLine, onReady, onRestarted, formerProfile } = options;
  const setup = Promise.withResolvers<Setup>();
  // What arrives waits for it; without any, nobody does.
  setup.promise.catch(() => {});
  const nextLook = new WakeUp(clock);
  let initialised: Initialised | undefined;
  const statuses = new Map<RegistrationDomain, number>();
  let watching = false;
  let over = false;
  let restarted = false;

  const channel = createChannel({
    clock,
    write,
    onLine(line) {
      onLine(line);
      // Its settings are gone; a text that it was given and did not answer may have been sent.
      if (profile()?.restarted?.test(line)) hasRestarted(messageReason('modemRestarted'));
    },
    onUnsolicited(event) {
      if (event.kind === 'memory-full') arrivals.drain(true);
      else if (event.kind !== 'registration') arrivals.take(event);
      else if (setRegistration(event.domain, event.status)) nextLook.call();
    },
  });
  // A port that never opens leaves nothing to be set up.
  channel.ended.then((reason) => setup.reject(new PortLost(reason)));
  const arrivals = createArrivals({ clock, channel, setup: setup.promise, log, listeners });

  function profile(): ModemProfile | undefined {
    return initialised?.profile ?? formerProfile;
  }
  function hasRestarted(reason: string): void {
    restarted = true;
    onRestarted();
    if (initialised) channel.end(reason);
  }

  /** True when it changed. */
  function setRegistration(domain: RegistrationDomain, status: number): boolean {
    const before = isRegistered();
    statuses.set(domain, status);
    const now = isRegistered();
    const all = [...statuses.values()];
    board.set({ registration: all.find((one) => REGISTERED.includes(one)) ?? all[0] ?? status });
    if (watching && now !== before) {
      log('registration', { registered: now, status });
      board.set({ state: now ? 'ready' : 'searching' });
      onReady(now);
    }
    return now !== before;
  }
  function isRegistered(): boolean {
    return [...statuses.values()].some((status) => REGISTERED.includes(status));
  }

  /** Sees to it that a modem that went silent, or lost its network or a line of its own, is found out. */
  async function watch({ registrations }: Initialised): Promise<void> {
    // A modem that takes neither still tells its registration when it is asked.
    const domains = registrations.length > 0 ? registrations : (['CREG'] as const);
    const telling = new Set<RegistrationDomain>();
    for (let first = true; ; first = false) {
      for (const domain of domains) {
        const { reporting, status } = await channel.exclusive((io) => readRegistration(io, domain));
        // A modem that restarted without a word is known by the setting that it had and lost; a few never show it.
        if (reporting) telling.add(domain);
        else if (telling.has(domain)) return hasRestarted(messageReason('settingsLost'));
        setRegistration(domain, status);
      }
      if (over) return;
      board.heard();
      arrivals.drain(first);
      await channel.exclusive(async (io) =>
        board.set({ signal: await readSignal(io), operator: await readOperator(io) }),
      );
      await nextLook.wait(isRegistered() ? LIMITS.watch : LIMITS.registrationPoll);
    }
  }

  async function initialiseAndWatch(): Promise<void> {
    try {
      initialised = await channel.exclusive((io) => initialise(io, sim, softReset));
      // What it forgot then was of before: a text that it is given from now on, it knows.
      restarted = false;
    } catch (error) {
      if (error instanceof SimError) board.set({ sim: 'not-ready' });
      setup.reject(error);
      throw error;
    }
    const { identity, profile, setup: found } = initialised;
    setup.resolve(found);
    board.set({ ...identity, profile: profile.name, sim: 'ready', state: 'searching' });
    log('modem-initialised', { ...identity, profile: profile.name });
    if (!found.newMessageIndications) log('no-delivery-reports', { reason: 'AT+CNMI was refused' });
    // What was said unasked before counts no more.
    statuses.clear();
    watching = true;
    await watch(initialised);
  }

  return {
    channel,
    arrivals,
    get initialised() {
      return initialised;
    },
    get profile() {
      return profile();
    },
    get restarted() {
      return restarted;
    },
    async run() {
      initialiseAndWatch().catch((error: Error) => channel.end(error.message));
      const reason = await channel.ended;
      over = true;
      nextLook.call();
      onReady(false);
      return reason;
    },
  };
}
