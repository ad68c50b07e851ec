import type { ErrorFormat } from './error-line.ts';
import { MessageStore } from './message-store.ts';
import type { Profile, StoreName } from './profiles.ts';

/** AT+CNMI: mode, mt, bm, ds, bfr */
const NO_INDICATIONS: readonly number[] = [0, 0, 0, 0, 0];

/** What AT commands set and ask for; how the modem is after power-on, and after ATZ or AT&F. */
export class ModemMemory {
  echo = true;
  errorFormat: ErrorFormat = 0;
  registrationReports: Record<'+CREG' | '+CEREG', 0 | 1 | 2> = { '+CREG': 0, '+CEREG': 0 };
  functionality: 0 | 1 | 4 = 1;
  /** AT+CSMS: with 1 every report and every message given with +CMT wants its AT+CNMA */
  messageService: 0 | 1 = 0;
  moreMessages: 0 | 1 | 2 = 0;
  newMessages = NO_INDICATIONS;
  /** AT+CUSD: the network's texts are shown */
  ussdShown: 0 | 1 = 0;
  /** AT+CPMS: read and deleted from, written to, received in */
  memories: [StoreName, StoreName, StoreName] = ['SM', 'SM', 'SM'];
  readonly stores: Readonly<Record<StoreName, MessageStore>>;

  constructor(capacity: (store: StoreName) => number) {
    const store = (name: StoreName) => new MessageStore(() => capacity(name));
    this.stores = { SM: store('SM'), ME: store('ME'), SR: store('SR') };
  }

  /** the memory that is read and deleted from */
  get selected(): MessageStore {
    return this.stores[this.memories[0]];
  }

  /** AT+CNMI lets lines through; some models take no notice of its mode. */
  indicates({ modeIgnored }: Profile): boolean {
    return modeIgnored || this.newMessages[0] !== 0;
  }

  /** ATZ, AT&F. The SIM and the stores are not settings. */
  reset(): void {
    this.echo = true;
    this.errorFormat = 0;
    this.registrationReports = { '+CREG': 0, '+CEREG': 0 };
    this.messageService = 0;
    this.moreMessages = 0;
    this.newMessages = NO_INDICATIONS;
    this.ussdShown = 0;
    this.memories = ['SM', 'SM', 'SM'];
  }

  powerOn(): void {
    this.reset();
    this.functionality = 1;
  }

  /** The terminal is gone: nothing is indicated until the next one asks for it. */
  indicateNothing(): void {
    this.newMessages = NO_INDICATIONS;
  }
}
