import type { Announcements } from './announcements.ts';
import type { ModemMemory } from './modem-memory.ts';
import type { Report } from './network.ts';
import type { Profile, StoreName } from './profiles.ts';
import { ReportQueue, type ReportQueueOptions } from './report-queue.ts';
import type { TerminalOutput } from './terminal-output.ts';

/** AT+CNMI, ds: as it is, by +CDS; stored, and its slot told of */
const DIRECT = 1;
const STORED = 2;
const NO_SERVICE_CENTRE = '00';

interface ReportRouteOptions {
  readonly memory: ModemMemory;
  readonly profile: () => Profile;
  readonly output: TerminalOutput;
  readonly announcements: Announcements;
}

/** Delivery reports on their way to the terminal; `open` when it listens. */
export function reportQueue(options: ReportRouteOptions & Pick<ReportQueueOptions, 'open' | 'onTaken'>): ReportQueue {
  const route = new ReportRoute(options);
  return new ReportQueue({
    open: () => route.open && options.open(),
    wantsAcknowledgement: () => route.direct && options.memory.messageService === 1,
    passOn: (report) => route.pass(report),
    onTaken: options.onTaken,
  });
}

/** The way of a delivery report from the modem to the terminal, as AT+CNMI and the model have it. */
class ReportRoute {
  readonly #options: ReportRouteOptions;

  constructor(options: ReportRouteOptions) {
    this.#options = options;
  }

  get direct(): boolean {
    return this.#options.memory.newMessages[3] === DIRECT;
  }

  get open(): boolean {
    const { memory, profile } = this.#options;
    if (!memory.indicates(profile())) return false;
    const routing = memory.newMessages[3];
    return routing === DIRECT || (routing === STORED && !memory.stores[this.#store()].full);
  }

  pass({ tpdu }: Report): void {
    const { memory, profile, output, announcements } = this.#options;
    if (this.direct) {
      output.pdu(`+CDS: ${tpdu.length / 2}`, NO_SERVICE_CENTRE + tpdu);
      return;
    }
    const store = this.#store();
    const slot = memory.stores[store].add({ serviceCentre: NO_SERVICE_CENTRE, tpdu, inboundId: null });
    announcements.add(`${profile().reportLine}: "${store}",${slot}`);
  }

  #store(): StoreName {
    const { memory, profile } = this.#options;
    return profile().reportMemory === 'SR' ? 'SR' : memory.memories[2];
  }
}
