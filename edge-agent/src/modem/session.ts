import type { Clock, Log } from '../agent/environment.ts';
import { WakeUp } from '../agent/wake-up.ts';
import type { DeliveryReport } from '../ports.ts';
import { type Channel, createChannel } from './channel.ts';
import { demand } from './command.ts';
import { type Initialised, initialise } from './initialise.ts';
import { LIMITS } from './limits.ts';
import type { Setup } from './reporting-setup.ts';
import { createReports, type Reports } from './reports.ts';
import type { SimPin } from './sim-card.ts';

export interface SessionOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly sim: SimPin;
  write(bytes: Uint8Array): Promise<void>;
  deliver(report: DeliveryReport): Promise<void>;
  onLine(line: string): void;
  /** whether the modem is initialised and registered, at each change */
  onReady(ready: boolean): void;
}

/** From the opening of the port to its loss. */
export interface Session {
  readonly channel: Channel;
  readonly reports: Reports;
  /** Initialises the modem and watches it. Resolves with the reason when the session is over. */
  run(): Promise<string>;
}

/** +CREG: at home, roaming, and both for SMS alone (3GPP TS 27.007 section 7.2) */
const REGISTERED = [1, 5, 6, 7];

export function createSession(options: SessionOptions): Session {
  const { clock, log, sim, write, deliver, onLine, onReady } = options;
  const setup = Promise.withResolvers<Setup>();
  // Reports wait for it; without any, nobody does.
  setup.promise.catch(() => {});
  const nextLook = new WakeUp(clock);
  let initialised: Initialised | undefined;
  let registered = false;
  let over = false;

  const channel = createChannel({
    clock,
    write,
    onLine(line) {
      onLine(line);
      // Its settings are gone; a text that it was given and did not answer may have been sent.
      if (initialised?.profile.restarted?.test(line)) channel.end('the modem restarted');
    },
    onUnsolicited(event) {
      if (event.kind === 'memory-full') reports.drain(true);
      else if (event.kind !== 'registration') reports.take(event);
      else if (setRegistration(event.status)) nextLook.call();
    },
  });
  const reports = createReports({ channel, setup: setup.promise, log, deliver });

  /** True when it changed. */
  function setRegistration(status: number): boolean {
    const before = registered;
    registered = REGISTERED.includes(status);
    if (initialised && registered !== before) {
      log('registration', { registered, status });
      onReady(registered);
    }
    return registered !== before;
  }

  /** Sees to it that a modem that went silent, or lost its network or a line of its own, is found out. */
  async function watch(): Promise<void> {
    for (let first = true; ; first = false) {
      const answer = await channel.exclusive((io) => demand(io, 'AT+CREG?', { expect: '+CREG' }));
      const [reporting, status] = (answer.information[0] ?? '').split(',');
      // A modem that restarted without a word is known by the settings that it lost.
      if (initialised?.tellsRegistration && reporting === '0') return channel.end('the modem lost its settings');
      setRegistration(Number(status));
      if (over) return;
      reports.drain(first);
      await nextLook.wait(registered ? LIMITS.watch : LIMITS.registrationPoll);
    }
  }

  async function initialiseAndWatch(): Promise<void> {
    try {
      const found = await channel.exclusive((io) => initialise(io, sim));
      const { identity, profile } = found;
      initialised = found;
      setup.resolve(found.setup);
      log('modem-initialised', { ...identity, profile: profile.name });
      if (!found.setup.newMessageIndications) log('no-delivery-reports', { reason: 'AT+CNMI was refused' });
    } catch (error) {
      setup.reject(error);
      throw error;
    }
    registered = false;
    await watch();
  }

  return {
    channel,
    reports,
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
