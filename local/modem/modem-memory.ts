import { MessageStore } from './message-store.ts';

export type StoreName = 'SM' | 'ME' | 'SR';

/** What AT commands set and ask for; how the modem is after power-on, and after ATZ or AT&F. */
export class ModemMemory {
  echo = true;
  errorFormat: 0 | 1 | 2 = 0;
  registrationReports: 0 | 1 | 2 = 0;
  functionality: 0 | 1 | 4 = 1;
  serviceCentre = '+31653131313';
  /** AT+CSMS: with 1 every report wants its AT+CNMA */
  messageService: 0 | 1 = 0;
  moreMessages: 0 | 1 | 2 = 0;
  /** AT+CNMI: mode, mt, bm, ds, bfr */
  newMessages: readonly number[] = [0, 0, 0, 0, 0];
  selectedStore: StoreName = 'SM';
  readonly stores: Readonly<Record<StoreName, MessageStore>> = {
    SM: new MessageStore(20),
    ME: new MessageStore(50),
    SR: new MessageStore(20),
  };
  /** null: unlocked. Three wrong tries and only the PUK would help. */
  pin: string | null;
  pinTries = 3;

  constructor(pin: string | null) {
    this.pin = pin;
  }

  /** ATZ, AT&F. The SIM, its lock and the stores are not settings. */
  reset(): void {
    this.echo = true;
    this.errorFormat = 0;
    this.registrationReports = 0;
    this.messageService = 0;
    this.moreMessages = 0;
    this.newMessages = [0, 0, 0, 0, 0];
    this.selectedStore = 'SM';
  }
}
